/** The real command on a copy of the repository's pictures, in a folder of its own. */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { indexFile } from '../../../tools/screenshots/index-file'
import { folder, manifestFile } from '../../../tools/screenshots/manifest'

export const repository = path.resolve(__dirname, '../../..')

export interface Workshop {
  readonly root: string
  /** Writes a file, with its folders. */
  readonly put: (file: string, data: string | Buffer) => void
  readonly read: (file: string) => Buffer
  /** Hash of every file, without .cache. */
  readonly state: () => Readonly<Record<string, string>>
  readonly remove: () => void
}

export function createWorkshop(): Workshop {
  const root = mkdtempSync(path.join(tmpdir(), 'screenshots-'))
  const at = (file: string) => path.join(root, file)
  for (const place of [folder, indexFile, manifestFile])
    cpSync(path.join(repository, place), at(place), { recursive: true })
  const files = () =>
    readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((file) => !file.startsWith('.cache') && statSync(at(file)).isFile())
      .sort()
  return {
    root,
    put: (file, data) => {
      mkdirSync(path.dirname(at(file)), { recursive: true })
      writeFileSync(at(file), data)
    },
    read: (file) => readFileSync(at(file)),
    state: () =>
      Object.fromEntries(
        files().map((file) => [
          file,
          createHash('sha256')
            .update(readFileSync(at(file)))
            .digest('hex'),
        ]),
      ),
    remove: () => rmSync(root, { recursive: true, force: true }),
  }
}

export interface Outcome {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** `npm run screenshots -- …args`, without npm. */
export function screenshots(args: readonly string[]): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['tools/run.mjs', 'tools/screenshots/main.ts', ...args], { cwd: repository })
    let out = ''
    let err = ''
    child.stdout.on('data', (words: Buffer) => (out += words.toString()))
    child.stderr.on('data', (words: Buffer) => (err += words.toString()))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, out, err }))
  })
}
