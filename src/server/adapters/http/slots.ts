/** Places for what takes long: so many in all, so many of one address. */
export interface Slots {
  /** false: there is none. */
  take(address: string): boolean
  giveBack(address: string): void
}

export function createSlots(most: number, mostOfOne: number): Slots {
  const taken = new Map<string, number>()
  let all = 0
  const of = (address: string) => taken.get(address) ?? 0
  return {
    take(address) {
      if (all >= most || of(address) >= mostOfOne) return false
      all++
      taken.set(address, of(address) + 1)
      return true
    },
    giveBack(address) {
      all--
      if (of(address) === 1) taken.delete(address)
      else taken.set(address, of(address) - 1)
    },
  }
}
