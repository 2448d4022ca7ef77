/** What reps see after a backup and a restore, on SQLite as it is. */
import path from 'node:path'
import { createMemoryFiles } from '../../src/server/adapters/memory-files'
import { createSqliteStore } from '../../src/server/adapters/sqlite'
import { createSqliteWhole } from '../../src/server/adapters/sqlite-whole'
import { progressRow } from '../../src/server/core/progress-row'
import type { MerchantRecord } from '../../src/server/core/records'
import { restore } from '../../src/server/core/restore'
import { defaultCoreSettings } from '../../src/server/core/settings'
import type { Kept } from '../../src/server/core/whole-store'
import { createTestCore, startTime } from './support/core'
import { temporaryFolder } from './support/folders'
import { createRep, joinedMerchant, standalone } from './support/reps'

test('rows are in no backup and are made again; notes and the audit log come back; an erased merchant does not', async () => {
  const folder = temporaryFolder()
  const file = path.join(folder.path, 'companion.db')
  const elsewhere = path.join(folder.path, 'restored.db')
  const store = createSqliteStore(file)
  const core = createTestCore({ store, files: createMemoryFiles() })
  const rep = await createRep(core)
  const [staying, leaving] = [
    await joinedMerchant(core, rep, { ...standalone, 't.shop.name': '海棠花店' }),
    await joinedMerchant(core, rep, { 't.shop.name': '青禾' }),
  ]
  for (const { id } of [staying, leaving]) await rep.call('rep-note', { id, text: '周三再去' })
  const whole = createSqliteWhole(file)
  const documents: Kept[] = []
  await whole.snapshot(async (kept) => {
    for await (const document of kept) documents.push(document)
  })
  expect(new Set(documents.map(({ collection }) => String(collection)))).not.toContain('progress')
  await store.close()

  await restore({ ports: core.ports, settings: defaultCoreSettings }, createSqliteWhole(elsewhere), {
    documents: (async function* () {
      yield* documents
    })(),
    erased: new Map([[leaving.id, { at: startTime, by: 'merchant' }]]),
    epoch: 'restored',
    onProgress: () => undefined,
    check: async () => undefined,
  })
  const again = createSqliteStore(elsewhere)
  const merchant = await again.get<MerchantRecord>('merchants', staying.id)
  const row = (await again.get('progress', staying.id))?.value
  expect(row).toMatchObject({ rep: rep.id, find: '海棠花店' })
  expect(row).toEqual(JSON.parse(JSON.stringify(merchant === null ? null : progressRow(merchant.value))))
  expect(await again.get('progress', leaving.id)).toBeNull()
  const where = { field: 'rep', equals: rep.id }
  expect(await again.tally('progress', 'rep', { where })).toEqual(new Map([[rep.id, 1]]))
  expect((await again.list('notes', { limit: 9 })).map(({ value }) => value)).toMatchObject([{ merchant: staying.id }])
  expect(await again.list('audit', { limit: 9 })).toHaveLength(2)
  await again.close()
  folder.remove()
})
