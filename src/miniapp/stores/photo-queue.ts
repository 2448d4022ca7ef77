/**
 * Uploads what lies open on the shelf, two at a time, and has the function delete what was taken back.
 * A failure waits longer each time; nothing is given up that another try could bring through.
 */
import type { Device } from '../ports/device'
import { createAbort, type Abort } from './abort'
import { createPhotoDeletions } from './photo-deletions'
import { createPace } from './photo-pieces'
import type { PhotoItem } from './photo-record'
import { createSetbacks, type Setbacks } from './photo-setbacks'
import type { PhotoShelf } from './photo-shelf'
import { uploadPhoto, type UploadOutcome, type UploadPorts } from './photo-upload'
import { createPlan } from './plan'
import { refusal } from './refusals'

export interface PhotoQueue {
  /** Starts what can be started now. */
  pump(): void
  /** The same, and earlier failures count no longer. */
  fresh(): void
  abort(photoId: string): void
  abortAll(): void
  /** Percent while bytes are going out, 100 while the function checks; undefined: not being uploaded. */
  progressOf(photoId: string): number | undefined
  /** What stopped the last try. */
  problemOf(photoId: string): string | null
}

export interface QueuePorts extends UploadPorts {
  readonly device: Pick<Device, 'online'>
  readonly shelf: PhotoShelf
  readonly changed: () => void
  /** The function has confirmed a photo. */
  readonly onReady: () => void
}

interface Active extends Abort {
  percent: number
}

const parallel = 2
const surprise: UploadOutcome = { kind: 'again', refusal: refusal('internal', '上传出了意外，稍后会自动再试。') }

export function createPhotoQueue(ports: QueuePorts): PhotoQueue {
  const { clock, device, session, shelf, changed } = ports
  const active = new Map<string, Active>()
  const setbacks = createSetbacks(clock)
  const pace = createPace()
  const plan = createPlan(clock, pump)
  const deletions = createPhotoDeletions(ports)

  function pump(): void {
    deletions.pump()
    const { merchantId, consents } = session.getState()
    if (!consents.documents || !(consents.service || merchantId !== null) || !device.online()) return
    const open = [...shelf.folder().items.values()].filter(
      ({ photoId, stage }) => stage === 'open' && !active.has(photoId),
    )
    const due = open.filter(({ photoId }) => setbacks.leftFor(photoId) === 0)
    for (const item of due.slice(0, parallel - active.size)) void run(item)
    const waits = open.filter((item) => !due.includes(item)).map(({ photoId }) => setbacks.leftFor(photoId))
    if (waits.length > 0) plan.at(Math.min(...waits))
  }

  async function run(item: PhotoItem): Promise<void> {
    const { photoId } = item
    const own: Active = { ...createAbort(), percent: 0 }
    active.set(photoId, own)
    changed()
    let outcome = surprise
    try {
      outcome = await uploadPhoto(ports, item, { onProgress: reporting(own, changed), signal: own.signal }, pace)
    } finally {
      if (active.get(photoId) === own) active.delete(photoId)
      if (!own.signal.aborted) settle(ports, setbacks, photoId, outcome)
      changed()
      pump()
    }
  }

  function abort(photoId: string): void {
    active.get(photoId)?.abort()
    active.delete(photoId)
    setbacks.forget(photoId)
  }

  return {
    pump,
    fresh() {
      setbacks.forgive()
      deletions.fresh()
      pump()
    },
    abort,
    abortAll() {
      for (const photoId of [...active.keys()]) abort(photoId)
      plan.cancel()
    },
    progressOf: (photoId) => active.get(photoId)?.percent,
    problemOf: setbacks.problemOf,
  }
}

const reporting =
  (own: Active, changed: () => void) =>
  (part: number): void => {
    const percent = Math.min(100, Math.floor(part * 100))
    if (own.signal.aborted || percent === own.percent) return
    own.percent = percent
    changed()
  }

function settle({ shelf, onReady }: QueuePorts, setbacks: Setbacks, photoId: string, outcome: UploadOutcome): void {
  const final = outcome.kind === 'again' ? setbacks.note(photoId, outcome) : outcome
  if (final === null) return
  setbacks.forget(photoId)
  if (final.kind === 'failed')
    return shelf.change(photoId, { stage: 'failed', error: final.error, message: final.message })
  shelf.change(photoId, { stage: 'ready', error: null, message: null, licence: final.licence })
  onReady()
}
