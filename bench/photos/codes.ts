/**
 * `node tools/run.mjs bench/photos/codes.ts [set]`: how often the function reads the QR code of the labelled
 * photographs that show one, and how long it takes, fault by fault.
 */
import { readLicenceCode } from '../../src/server/adapters/licence-reader'
import { photographs, sets } from '../../test/photo/support/labelled'

interface Tally {
  photos: number
  read: number
  ms: number
}

export async function main([name = 'held']: readonly string[]): Promise<void> {
  const set = Object.entries(sets).find(([known]) => known === name)?.[1]
  if (set === undefined) throw new Error(`no set "${name}"`)
  const tallies = new Map<string, Tally>()
  for await (const photo of photographs(set)) {
    // Permits name no credit code, and the oldest licences carry no QR code.
    if (photo.name.includes('permit') || photo.name.includes('old')) continue
    const fault = photo.faults.join('+') || 'clean'
    const tally = tallies.get(fault) ?? { photos: 0, read: 0, ms: 0 }
    const started = performance.now()
    const licence = await readLicenceCode(photo.jpeg)
    tally.ms += performance.now() - started
    tally.photos += 1
    if (licence?.code !== undefined) tally.read += 1
    tallies.set(fault, tally)
  }
  for (const [fault, { photos, read, ms }] of tallies)
    console.log(`${fault}: ${read} of ${photos}, ${Math.round(ms / photos)} ms`)
}
