/** The computer that was let in last, as long as this app runs: who comes back while it is open wants to see it. */
export interface OpenDesk {
  readonly desk: string
  /** ms on this phone's clock. */
  readonly until: number
}

let last: OpenDesk | null = null

export function remember(desk: OpenDesk | null): void {
  last = desk
}

export const openDesk = (now: number): string | null => (last !== null && last.until > now ? last.desk : null)

/** The function says the end and its own time beside it: this phone's clock may be wrong. */
export const untilOf = ({ expires, time }: { readonly expires: number; readonly time: number }, now: number): number =>
  now + expires - time
