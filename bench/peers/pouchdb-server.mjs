/** PouchDB Server's own application (express-pouchdb) on LevelDB. */
import { createRequire } from 'node:module'
import path from 'node:path'

const require = createRequire(import.meta.url)
const [folder] = process.argv.slice(2)
const PouchDB = require('pouchdb-core')
  .plugin(require('pouchdb-adapter-leveldb'))
  .plugin(require('pouchdb-adapter-http'))
  .plugin(require('pouchdb-mapreduce'))
  .plugin(require('pouchdb-replication'))
  .defaults({ prefix: `${folder}${path.sep}`, adapter: 'leveldb' })
const application = require('express')()
application.use(
  require('express-pouchdb')(PouchDB, {
    mode: 'minimumForPouchDB',
    inMemoryConfig: true,
    logPath: path.join(folder, 'log.txt'),
  }),
)
const server = application.listen(0, '127.0.0.1', () => console.log(`listening ${server.address().port} 0;`))
