/** What runs beside the server, built for this test: inside the project, so that it finds the packages. */
import { rmSync } from 'node:fs'
import { buildHelpers } from '../../../tools/bundles'

const outdir = `.cache/test/helpers-${process.pid}`
afterAll(() => rmSync(outdir, { recursive: true, force: true }))

let built: ReturnType<typeof buildHelpers> | null = null
const helpers = () => (built ??= buildHelpers(outdir))

/** The process that looks at pictures. */
export const imageProcess = async (): Promise<string> => (await helpers()).images
/** The thread that moves SQLite's log. */
export const checkpointThread = async (): Promise<string> => (await helpers()).checkpoints
