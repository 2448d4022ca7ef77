/**
 * What a phone and a computer have to agree about: the code that the computer shows, and the four digits
 * by which a person sees that it is the code of this very computer and not a forwarded one.
 */
const grammar = /^[A-Za-z0-9]{16,22}$/

/** The desk that a scanned text or an address names, `…/?desk=<id>`; null: something else was scanned. */
export function deskIn(text: string): string | null {
  const found = /[?&]desk=([^&#\s]*)/.exec(text)?.[1] ?? text.trim()
  return grammar.test(found) ? found : null
}

/** FNV-1a, 32 bits. The id is random: nothing stronger is needed to spread it over four digits. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  return value >>> 0
}

export const checkDigits = (desk: string): string => String(hash(desk) % 10_000).padStart(4, '0')
