/** While something lies over the app, the page beneath can be neither seen nor reached. */
export function coverPage(covered: boolean): void {
  document.getElementById('app')?.toggleAttribute('inert', covered)
}
