/** `mode` put: one request an edit, the least that its server can be asked. replicate: what its client does live. */
import { createRequire } from 'node:module'
import { run } from './loop.mjs'

const require = createRequire(import.meta.url)
const PouchDB = require('pouchdb-core')
  .plugin(require('pouchdb-adapter-memory'))
  .plugin(require('pouchdb-adapter-http'))
  .plugin(require('pouchdb-mapreduce'))
  .plugin(require('pouchdb-replication'))

await run(async (n, { port, entries, prefix, mode }) => {
  const remote = new PouchDB(`http://127.0.0.1:${port}/${prefix}${n}`)
  const document = { _id: 'entries', ...Object.fromEntries(entries), measured: 0 }
  if (mode === 'put') {
    let { rev } = await remote.put(document)
    return async (value) => {
      ;({ rev } = await remote.put({ ...document, _rev: rev, measured: value }))
    }
  }
  await remote.info()
  const local = new PouchDB(`${prefix}${n}`, { adapter: 'memory' })
  let waiting = null
  let { rev } = await local.put(document)
  await local.replicate.to(remote)
  local.replicate.to(remote, { live: true, retry: true }).on('change', () => waiting?.())
  return async (value) => {
    const replicated = new Promise((resolve) => (waiting = resolve))
    ;({ rev } = await local.put({ ...document, _rev: rev, measured: value }))
    await replicated
  }
})
