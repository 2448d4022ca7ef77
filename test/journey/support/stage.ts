/** Where a journey is played: one browser and one server for a file, and what to look at when it fails. */
import { mkdirSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { launch, newComputer, newPhone, type Phone } from './browser'
import { startServer, type RunningServer } from './server'

export interface Scene<S extends RunningServer> {
  readonly server: S
  /** `expected`: lines that its console may show. */
  newPhone(expected?: RegExp): Promise<Phone>
  newComputer(expected?: RegExp): Promise<Phone>
  /** A server for this journey alone, to be ill-treated. */
  newServer: typeof startServer
}

type Play<S extends RunningServer> = (scene: Scene<S>) => Promise<void>

export interface Stage<S extends RunningServer> {
  /** A test of its own, with phones of its own. */
  journey(name: string, play: Play<S>): void
  /** A part of one long journey: the phones go on to the next part, and without this one there is none. */
  chapter(name: string, play: Play<S>): void
}

const pictures = '.cache/journey'
const setUpMs = 90_000
const longestMs = 90_000

export function openStage<S extends RunningServer>(open: () => Promise<S>): Stage<S> {
  let browser: Browser | undefined
  let server: S | undefined
  let broken: string | undefined
  const phones: Phone[] = []
  const servers: RunningServer[] = []
  const leave = async () => {
    for (const phone of phones.splice(0)) await phone.context.close()
    for (const own of servers.splice(0)) await own.dispose()
  }

  beforeAll(async () => {
    server = await open()
    browser = await launch()
  }, setUpMs)
  afterAll(async () => {
    await browser?.close()
    await server?.dispose()
  }, setUpMs)

  async function act(name: string, play: Play<S>): Promise<void> {
    if (browser === undefined || server === undefined) throw new Error('the stage is not set')
    const [player, place] = [browser, server]
    const remembered = (phone: Phone) => {
      phones.push(phone)
      return phone
    }
    const scene: Scene<S> = {
      server: place,
      newPhone: async (expected) => remembered(await newPhone(player, expected)),
      newComputer: async (expected) => remembered(await newComputer(player, expected)),
      async newServer(...how) {
        const own = await startServer(...how)
        servers.push(own)
        return own
      },
    }
    try {
      await play(scene)
      expect(phones.flatMap(({ errors }) => errors)).toEqual([])
    } catch (error) {
      throw await told(error, name, phones, [place, ...servers].map((each) => each.log()).join('\n'))
    }
  }

  return {
    journey: (name, play) => test(name, () => act(name, play).finally(leave), longestMs),
    chapter: (name, play) =>
      test(
        name,
        async () => {
          if (broken !== undefined) throw new Error(`not played, because it failed before: ${broken}`)
          broken = name
          await act(name, play)
          broken = undefined
        },
        longestMs,
      ),
  }
}

/** The same error, with what was on the screens, what the pages complained of, and the server's last lines. */
async function told(cause: unknown, name: string, phones: readonly Phone[], log: string): Promise<Error> {
  const error = cause instanceof Error ? cause : new Error(String(cause))
  mkdirSync(pictures, { recursive: true })
  const slug = name.replace(/[^A-Za-z0-9]+/g, '-').slice(0, 60)
  const screens = await Promise.all(
    phones.map((phone, i) => screenOf(phone, `${pictures}/${slug}${i === 0 ? '' : `-${i + 1}`}.png`)),
  )
  const complaints = phones.flatMap(({ errors }) => errors).map((each) => `the page: ${each}`)
  const said = log.split('\n').filter((line) => line.trim() !== '' && !line.includes('\u001b'))
  const message = [
    error.message,
    ...screens,
    ...complaints,
    ...said.slice(-8).map((line) => `the server: ${line}`),
  ].join('\n')
  // Jest prints the stack, which begins with the message as it was.
  error.stack = (error.stack ?? '').replace(error.message, () => message)
  error.message = message
  return error
}

async function screenOf(phone: Phone, file: string): Promise<string> {
  try {
    const page = phone.page()
    await page.screenshot({ path: file, timeout: 5_000 })
    const words = await page.locator('body').innerText({ timeout: 2_000 })
    return `the screen: ${file} at ${page.url()}\n  ${words.replace(/\s+/g, ' ').slice(0, 400)}`
  } catch (error) {
    return `no picture of the screen: ${String(error)}`
  }
}
