/**
 * Taro's tab bar is made of `<a href="javascript:;">`. Following such an address is what the page's
 * Content Security Policy forbids, and reports on every tap; the tap itself is heard without it.
 */
export function stopScriptLinks(): void {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (link?.getAttribute('href')?.startsWith('javascript:') === true) event.preventDefault()
  })
}
