/** The document of 60 entries before and after 1,000 edits, in each peer's own form. Input and output: JSON. */
import { createRequire } from 'node:module'
import { createMergeableStore } from 'tinybase'
import * as Y from 'yjs'

const require = createRequire(import.meta.url)
const PouchDB = require('pouchdb-core').plugin(require('pouchdb-adapter-memory'))
const { entries, edits } = JSON.parse(process.argv[2])
const primitive = (value) => (typeof value === 'object' ? JSON.stringify(value) : value)
const bytes = (value) => Buffer.byteLength(JSON.stringify(value))

function yjs() {
  const doc = new Y.Doc()
  const map = doc.getMap('entries')
  const size = () => Y.encodeStateAsUpdate(doc).length
  for (const [key, value] of entries) map.set(key, value)
  const before = size()
  for (const [key, value] of edits) map.set(key, value)
  return { before, after: size() }
}

function tinybase() {
  const store = createMergeableStore()
  const size = () => bytes(store.getMergeableContent())
  for (const [key, value] of entries) store.setValue(key, primitive(value))
  const before = size()
  for (const [key, value] of edits) store.setValue(key, primitive(value))
  return { before, after: size() }
}

async function pouchdb() {
  const database = new PouchDB('sizes', { adapter: 'memory' })
  const size = async () => bytes(await database.get('entries', { revs: true }))
  let document = { _id: 'entries', ...Object.fromEntries(entries) }
  let { rev } = await database.put(document)
  const before = await size()
  for (const [key, value] of edits) {
    document = { ...document, [key]: value, _rev: rev }
    ;({ rev } = await database.put(document))
  }
  return { before, after: await size() }
}

console.log(JSON.stringify({ yjs: yjs(), tinybase: tinybase(), pouchdb: await pouchdb() }))
process.exit(0)
