/**
 * The operator's captures of the steps, screenshots/<guide>/<step>.png: found, checked, framed, dated and
 * made light by the pipeline of our own (tools/screenshots). Here: what they take the place of, and what
 * they may weigh beside the pictures that stay.
 */
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import type { OperatorPicture } from '#domain/content/operator-types'
import { pictures as shipped } from '../../src/miniapp/packages/guide/pictures'
import { launch } from '../chromium'
import { faultOf } from '../screenshots/capture-fault'
import type { Capture } from '../screenshots/captures'
import { createCompose } from '../screenshots/compose'
import type { Encoded } from '../screenshots/encode'
import { fitAll, fitEach, type Fitted } from '../screenshots/fit'
import { packageFolder, wordsOf } from '../screenshots/index-file'
import { folder as drawnFolder } from '../screenshots/manifest'
import { pictures as drawings } from '../screenshots/pictures/index'
import type { Steps } from '../screenshots/steps'
import type { Fault } from './faults'

/** In the operator's folder. */
export const capturesFolder = 'screenshots'

const idOf = (file: string) =>
  file
    .split(path.sep)
    .join('/')
    .replace(/\.\w+$/, '')

/** Bytes of the repository's pictures that stay beside the captures. */
function bytesBeside(captures: readonly Capture[], root: string): number {
  const replaced = new Set(captures.map(({ id }) => id))
  const home = path.join(root, drawnFolder)
  return readdirSync(home, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(png|jpg)$/.test(name) && !replaced.has(idOf(name)))
    .reduce((sum, name) => sum + statSync(path.join(home, name)).size, 0)
}

export interface Made {
  readonly made: readonly Fitted[]
  readonly faults: readonly Fault[]
}

async function makeWith(browser: Browser, captures: readonly Capture[], root: string): Promise<Made> {
  const compose = createCompose(browser, root)
  const { fitted, faults } = await fitEach(captures, compose)
  if (faults.length > 0) return { made: [], faults }
  try {
    const all = await fitAll(fitted, bytesBeside(captures, root), compose)
    return { made: all.flatMap((one) => one.fitted ?? []), faults }
  } catch (error) {
    return { made: [], faults: [faultOf(error)] }
  }
}

/** Nothing is written here. Without captures no Chromium is looked for; throws when there is none that runs. */
export async function makeCaptures(captures: readonly Capture[], root = process.cwd()): Promise<Made> {
  if (captures.length === 0) return { made: [], faults: [] }
  const browser = await launch()
  try {
    return await makeWith(browser, captures, root)
  } finally {
    await browser.close()
  }
}

/** What only making them shows. Beside other faults a missing Chromium is one more of them. */
export async function captureFaults(captures: readonly Capture[], root?: string): Promise<readonly Fault[]> {
  try {
    return (await makeCaptures(captures, root)).faults
  } catch (error) {
    const [first] = captures
    return [{ file: first?.file ?? '', line: 0, reason: error instanceof Error ? error.message : String(error) }]
  }
}

function shownAs({ capture }: Fitted, { type, width, height }: Encoded, steps: Steps): OperatorPicture {
  const picture = drawings.find(({ id }) => id === capture.id) ?? null
  const { alt, hits } = wordsOf({ id: capture.id, picture, capture }, steps)
  const file = `${packageFolder}/${capture.id}.${type}`
  return { file, width, height, alt, ...(hits.length > 0 && { hits }), kind: 'capture' }
}

export type PictureIndex = Readonly<Record<string, readonly OperatorPicture[]>>

/** All pictures of each step that has a capture: in the place of the drawing of its name, or after the drawings. */
export function indexOf(made: readonly Fitted[], steps: Steps): PictureIndex {
  const inOrder = [...made].sort((a, b) => (a.capture.id < b.capture.id ? -1 : 1))
  const captures = new Map(inOrder.map((one) => [one.capture.id, shownAs(one, one.encoded, steps)]))
  const touched = [...new Set([...captures.keys()].map((id) => steps.of(id)))]
  return Object.fromEntries(
    touched.map((step) => {
      const ours = (shipped[step] ?? []).map((one) => [idOf(one.file.slice(packageFolder.length + 1)), one] as const)
      const ids = new Set(ours.map(([id]) => id))
      const more = [...captures].filter(([id]) => steps.of(id) === step && !ids.has(id))
      return [step, [...ours.map(([id, one]) => captures.get(id) ?? one), ...more.map(([, one]) => one)]]
    }),
  )
}

/** Into `out`, as <guide>/<step>.png or .jpg. */
export function writePictures(made: readonly Fitted[], out: string): void {
  for (const { capture, encoded } of made) {
    const target = path.join(out, `${capture.id}.${encoded.type}`)
    mkdirSync(path.dirname(target), { recursive: true })
    writeFileSync(target, encoded.data)
  }
}
