/**
 * `npm run bench`: how fast the function is, how much travels, and the same for peers doing the same work. Prints
 * tables and keeps them in bench/RESULTS.md, with the machine described. See bench/README.md.
 */
import type { Bench } from '../bench/bench'
import { describeMachine } from '../bench/machine'
import { parseOptions, type Part } from '../bench/options'
import { openWorkshop } from '../bench/programs'
import { keep, sectionText, type Section } from '../bench/report'
import { bytesSection } from '../bench/sections/bytes'
import { editsSection } from '../bench/sections/edits'
import { growth } from '../bench/sections/growth'
import { installPeers, peersSection } from '../bench/sections/peers'
import { postgresPushes, sqlitePushes } from '../bench/sections/pushes'
import { repsSection } from '../bench/sections/reps'
import { createProgressBar } from './progress-bar'

const measures: Readonly<Record<Part, (bench: Bench) => Promise<Section>>> = {
  bytes: bytesSection,
  edits: editsSection,
  sqlite: sqlitePushes,
  postgres: postgresPushes,
  growth,
  reps: repsSection,
  peers: peersSection,
}

export async function main(args: readonly string[]): Promise<void> {
  const parsed = parseOptions(args)
  if (!parsed.ok) throw new Error(parsed.message)
  const { quick, only, installPeers: install } = parsed.options
  if (install) await installPeers()
  const shop = await openWorkshop()
  const bar = createProgressBar()
  try {
    for (const part of only) {
      const machine = describeMachine(shop.folder())
      bar.show(part, 0, 1)
      const section = await measures[part]({ shop, bar, quick })
      bar.end()
      console.log(`\n${sectionText(section, machine)}`)
      if (!quick) keep(section, machine)
    }
  } finally {
    bar.end()
    shop.close()
  }
}
