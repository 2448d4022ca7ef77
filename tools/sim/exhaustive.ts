/** `npm run sim -- --exhaustive n`: every history of up to n events, for each regime. */
import { regimes, searchHistories } from '../../test/sync/world/search'

export function searchAll(events: number): void {
  for (const { name, rules } of regimes) {
    const started = performance.now()
    const seconds = () => ((performance.now() - started) / 1_000).toFixed(1)
    const { states, again } = searchHistories(rules, events, (level, known) => {
      process.stderr.write(`${name}: ${level} of ${events} events, ${known} states, ${seconds()} s\n`)
    })
    console.log(`${name}: ${states} states (${again} met again), nothing is wrong; ${seconds()} s`)
  }
}
