/**
 * Runs a PostgreSQL server for as long as its own standard input stays open: when the tests end, however
 * they end, the server goes with them. Arguments: uid, gid (-1: unchanged), program, arguments.
 */
import { spawn } from 'node:child_process'

const [uid, gid, program, ...args] = process.argv.slice(2)
const identity = Number(uid) < 0 ? {} : { uid: Number(uid), gid: Number(gid) }
const server = spawn(program, args, { ...identity, stdio: ['ignore', 'inherit', 'inherit'] })
for (const event of ['end', 'close', 'error']) process.stdin.on(event, () => server.kill('SIGINT'))
process.stdin.resume()
server.on('error', (error) => {
  console.error(error.message)
  process.exit(1)
})
server.on('close', () => process.exit(0))
