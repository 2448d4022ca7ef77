/** Sizes that are the same on every machine; test/sync/bytes.test.ts fails when they leave their budgets. */
import { bundledSize, measureBytes, phoneCore } from '../bytes'
import { whole, type Section } from '../report'

export async function bytesSection(): Promise<Section> {
  const { tick, full, recovery, stored, after1000 } = await measureBytes()
  const core = await bundledSize(phoneCore, process.cwd())
  const row = (name: string, value: string, budget: string) => [name, value, budget]
  const bodies = ({ request, reply }: typeof tick) =>
    `${whole(request)} B + ${whole(reply)} B = ${whole(request + reply)} B`
  return {
    part: 'bytes',
    title: 'Bytes',
    tables: [
      {
        head: ['', 'measured', 'budget'],
        rows: [
          row('JSON bodies of one tick', bodies(tick), '600 B'),
          row('JSON bodies of a full sync of 60 entries', bodies(full), '6,144 B'),
          row('30 days offline: requests, the login included', whole(recovery), '2'),
          row('sync core on the phone, minified, gzip', `${whole(core)} B`, '3,072 B'),
          row('60 entries in the store', `${whole(stored)} B`, ''),
          row('the same after 1,000 edits', `${whole(after1000)} B`, ''),
        ],
      },
    ],
    notes: ['The entries are the product’s own keys with values of usual length (bench/sixty-entries.ts).'],
  }
}
