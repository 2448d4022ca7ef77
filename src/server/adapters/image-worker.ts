/**
 * One process that looks at pictures: it gets none of the server's secrets, and is killed when it takes too
 * long or too much memory. When it is lost, the server is not.
 */
import { fork, type ChildProcess } from 'node:child_process'
import type { Socket } from 'node:net'
import { messageSchema, type ImageMessage, type ImageRequest } from './image-messages'

export interface WorkerLimits {
  /** ms for one picture. */
  readonly timeoutMs: number
  /** Bytes of memory of the process. */
  readonly maxRss: number
}

/** The process ended before it answered. */
export class WorkerLost extends Error {
  override readonly name = 'WorkerLost'
  constructor(
    message: string,
    /** The picture is to blame: it took too long, too much memory, or crashed the decoder. */
    readonly byPicture: boolean,
  ) {
    super(message)
  }
}

export interface ImageWorker {
  /** One at a time. Throws WorkerLost. */
  ask(request: ImageRequest): Promise<Extract<ImageMessage, { is: 'done' | 'failed' }>>
  alive(): boolean
  /** Bytes of memory that it held at its last answer. */
  rss(): number
  end(): void
}

/** How native code dies of a bad picture; SIGKILL that is not ours is the system's, SIGTERM somebody's. */
const crashes: readonly (string | null)[] = ['SIGSEGV', 'SIGABRT', 'SIGBUS', 'SIGFPE', 'SIGILL', 'SIGTRAP', 'SIGSYS']
/**
 * MB. The young generation as Node 20 has it: left alone, Node 24 lets the process grow to 235 MB where it takes 125.
 */
const memory = ['--max-old-space-size=128', '--max-semi-space-size=16']
const keptWords = 1000

/** `entry`: the bundled src/server/main.images.ts. */
export function startImageWorker(entry: string, limits: WorkerLimits): ImageWorker {
  const child = fork(entry, [String(limits.maxRss)], {
    env: environment(),
    execArgv: ['--disable-proto=delete', ...memory],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  const words = lastWords(child)
  let ready = false
  let alive = true
  let rss = 0
  /** Why it was killed. */
  let sentence: string | null = null
  let asked: { answer: (message: ImageMessage) => void; lost: (error: WorkerLost) => void } | null = null

  const kill = (why: string) => {
    sentence ??= why
    child.kill('SIGKILL')
  }
  const ended = (how: string, byPicture: boolean) => {
    alive = false
    asked?.lost(new WorkerLost(sentence ?? `${how} ${words()}`.trim(), byPicture))
    asked = null
  }
  child.on('error', (error) => ended(error.message, false))
  child.on('exit', (code, signal) =>
    ended(`ended by ${signal ?? `exit code ${code}`}`, ready && (sentence !== null || crashes.includes(signal))),
  )
  child.on('message', (raw) => {
    const message = messageSchema.safeParse(raw).data
    if (message === undefined) return kill('answered nonsense')
    if (message.is === 'too-big') return kill(`held ${Math.round(message.rss / 2 ** 20)} MB`)
    if (message.is === 'ready') {
      ready = true
      return
    }
    rss = message.rss
    asked?.answer(message)
    asked = null
  })
  holdOpen(child, false)

  return {
    async ask(request) {
      holdOpen(child, true)
      const timer = setTimeout(() => kill(`took more than ${limits.timeoutMs} ms`), limits.timeoutMs)
      try {
        return await new Promise((resolve, reject) => {
          asked = { answer: resolve as (message: ImageMessage) => void, lost: reject }
          if (!alive) return ended('had ended', false)
          // An error here is followed by the exit, which says more.
          child.send(request, () => undefined)
        })
      } finally {
        clearTimeout(timer)
        holdOpen(child, false)
      }
    },
    alive: () => alive,
    rss: () => rss,
    end: () => kill('was ended'),
  }
}

/**
 * None of the server's variables: no key, no password. libvips leaves out loaders that were never tested with
 * hostile files (https://www.libvips.org/API/current/func.block_untrusted_set.html); glibc gives memory back
 * sooner when threads share it (https://sharp.pixelplumbing.com/performance/).
 */
const environment = (): Record<string, string> => ({
  VIPS_BLOCK_UNTRUSTED: '1',
  MALLOC_ARENA_MAX: '2',
  ...Object.fromEntries(
    ['PATH', 'SystemRoot', 'LD_LIBRARY_PATH'].flatMap((name) => {
      const value = process.env[name]
      return value === undefined ? [] : [[name, value]]
    }),
  ),
})

/** An idle process does not keep the server's from ending. */
function holdOpen(child: ChildProcess, hold: boolean): void {
  const how = hold ? 'ref' : 'unref'
  child[how]()
  child.channel?.[how]()
  ;(child.stderr as Socket | null)?.[how]()
}

/** What it wrote at the end: why it could not start, or what a library said before it gave up. */
function lastWords(child: ChildProcess): () => string {
  let text = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    text = `${text}${chunk.toString()}`.slice(-keptWords)
  })
  return () => text
}
