/** Time and chance, so that tests can set both. */
export interface Clock {
  /** ms since 1970 as this phone believes. */
  now(): number
  /** Calls once after ms; returns the way to cancel. */
  after(ms: number, run: () => void): () => void
  /** n random bytes, cryptographically strong. */
  random(n: number): Uint8Array
}
