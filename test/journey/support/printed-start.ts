/** The server as `npm start` runs it on what is built, with nothing set but the port and the data folder. */
import { freePort, newDataDir, run, type RunningServer } from './server'

export interface PrintedStart extends RunningServer {
  /** The merchant's address that stands in the terminal, below its QR code. */
  readonly printed: string
}

const settings = ['HOST', 'PUBLIC_URL', 'NODE_ENV', 'ALLOW_GUESTS', 'LOG_LEVEL', 'MASTER_KEY', 'TRUST_PROXY']
/** What the person who starts it has in the environment, without what a test or an operator has put there. */
const plain = () => Object.fromEntries(Object.entries(process.env).filter(([name]) => !settings.includes(name)))

export async function startAsPrinted(): Promise<PrintedStart> {
  const port = await freePort()
  const dataDir = newDataDir()
  const env = { ...plain(), PORT: String(port), DATA_DIR: dataDir }
  const server = await run({ args: ['tools/run.mjs', 'tools/serve.ts'], env, port, dataDir })
  for (let waited = 0; waited < 50; waited++) {
    const printed = /商户打开：(http\S+)/.exec(server.log())?.[1]
    if (printed !== undefined) return { ...server, printed }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  await server.dispose()
  throw new Error(`no address was printed:\n${server.log()}`)
}
