/** A rep to try with, made on the first start; their code stays the same from then on. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { addRep, newScene, repOfScene } from '../src/server/core/reps'
import { openPorts } from '../src/server/open-ports'
import type { Settings } from '../src/server/settings'

const quiet = { info: () => undefined, error: () => undefined }

/** The demo rep's scene token. */
export async function demoScene(settings: Settings): Promise<string> {
  const note = path.join(settings.dataDir, 'demo-scene')
  const ports = await openPorts(settings, quiet)
  try {
    const known = existsSync(note) ? readFileSync(note, 'utf8').trim() : ''
    if ((await repOfScene(ports, known)) !== null) return known
    const rep = await addRep(ports, { name: '周敏', company: '云栈科技（演示）' })
    const scene = await newScene(ports, rep.id, '演示码')
    if (scene === null) throw new Error('the demo rep has just been made')
    writeFileSync(note, `${scene}\n`, { mode: 0o600 })
    return scene
  } finally {
    await ports.store.close()
  }
}
