import { licenceInCode } from './code-text'
import type { Licence } from './licence'
import { licenceInPrint } from './print'

/** Of a licence's photo: what its QR codes say comes first, print only where they say nothing. */
export function licenceInPrinted(codes: readonly string[], lines: readonly string[]): Licence | null {
  for (const code of codes) {
    const licence = licenceInCode(code)
    if (licence !== null) return licence
  }
  return licenceInPrint(lines)
}
