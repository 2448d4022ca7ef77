/** The thread that moves SQLite's log into its file; src/server/adapters/sqlite-checkpoints.ts starts it. */
import { parentPort, workerData } from 'node:worker_threads'
import { keepCheckpointed } from './adapters/sqlite-checkpoints'

if (parentPort !== null) keepCheckpointed(String(workerData), parentPort)
