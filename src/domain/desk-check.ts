/**
 * The four digits by which a person sees that the code on the phone is this very computer's and not a
 * forwarded one. Both sides work them out from the desk's id.
 */

/** FNV-1a, 32 bits. The id is random: nothing stronger is needed to spread it over four digits. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  return value >>> 0
}

export const checkDigits = (desk: string): string => String(hash(desk) % 10_000).padStart(4, '0')
