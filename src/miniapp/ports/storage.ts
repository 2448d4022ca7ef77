/** Small persistent texts. `get` answers null for a missing key. `set` answers false when it is full. */
export interface Storage {
  get(key: string): string | null
  set(key: string, text: string): boolean
  remove(key: string): void
  keys(): readonly string[]
}
