/**
 * Remembers any number of names in 16 MB (a Bloom filter): what was added is always known; what was not is
 * taken for known now and then, more often the more there are, and with another salt not again.
 */
const bits = 2 ** 27
/** Hex digits of a hash that name one bit, and how many bits a name has. */
const digits = 8
const marks = 4

export interface NameFilter {
  add(name: string): void
  has(name: string): boolean
}

/** `hash`: hex, at least 32 digits. */
export function createNameFilter(hash: (text: string) => string, salt: string): NameFilter {
  const map = new Uint8Array(bits / 8)
  const bitsOf = (name: string) => {
    const hex = hash(`${salt}.${name}`)
    return Array.from({ length: marks }, (_, i) => parseInt(hex.slice(i * digits, (i + 1) * digits), 16) % bits)
  }
  return {
    add(name) {
      for (const bit of bitsOf(name)) map[bit >>> 3] = (map[bit >>> 3] ?? 0) | (1 << (bit & 7))
    },
    has: (name) => bitsOf(name).every((bit) => ((map[bit >>> 3] ?? 0) & (1 << (bit & 7))) !== 0),
  }
}
