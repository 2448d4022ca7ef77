import { createMergeableStore } from 'tinybase'
import { createWsSynchronizer } from 'tinybase/synchronizers/synchronizer-ws-client'
import { WebSocket } from 'ws'
import { subscribe } from './acks.mjs'
import { run } from './loop.mjs'

const primitive = (value) => (typeof value === 'object' ? JSON.stringify(value) : value)

await run(async (n, { port, ackPort, entries, prefix }) => {
  const name = `${prefix}${n}`
  const store = createMergeableStore()
  const stored = await subscribe(ackPort, name)
  const synchronizer = await createWsSynchronizer(store, new WebSocket(`ws://127.0.0.1:${port}/${name}`))
  await synchronizer.startSync()
  store.transaction(() => {
    for (const [key, value] of entries) store.setValue(key, primitive(value))
    store.setValue('measured', 0)
  })
  await stored(0)
  // An edit that is made while the synchronizer is receiving is not sent before the next one: wait until it is idle,
  // and should one get stuck all the same, edit again.
  const idle = async () => {
    while (synchronizer.getStatus() !== 0) await new Promise(setImmediate)
  }
  const edit = async (value) => {
    await idle()
    store.setValue('measured', value)
    const late = new Promise((resolve) => setTimeout(resolve, 500, 'late').unref())
    if ((await Promise.race([stored(value), late])) === 'late') await edit(value + 1)
  }
  return edit
})
