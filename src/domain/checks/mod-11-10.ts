/**
 * ISO 7064 MOD 11,10 (GB/T 17710): the check digit of 15-digit registration numbers and of food permits.
 * Any one wrong digit is found. Two neighbours that changed places mostly are, not always.
 */

/** The digit to append to a string of ASCII digits. */
export function mod1110(digits: string): number {
  let product = 10
  for (const digit of digits) {
    const sum = (product + Number(digit)) % 10 || 10
    product = (sum * 2) % 11
  }
  return (11 - product) % 10
}

/** Whether the last of the digits is the check digit of those before it. */
export const endsInCheckDigit = (digits: string): boolean => mod1110(digits.slice(0, -1)) === Number(digits.slice(-1))
