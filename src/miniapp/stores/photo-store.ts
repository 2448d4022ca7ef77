/**
 * The merchant's photos: taken here, kept on this phone, uploaded in the background when that was
 * agreed to. A photo counts as ready only when the function has said so.
 */
import { createStore } from 'zustand/vanilla'
import type { Device } from '../ports/device'
import type { EntriesStore } from './entries-store'
import { createPhotoActions, type PhotoActions, type PhotoParts } from './photo-actions'
import { collectPhotos } from './photo-collect'
import { createPhotoIntake } from './photo-intake'
import { createPhotoLinks, type PhotoLinks } from './photo-links'
import { createPhotoQueue, type PhotoQueue } from './photo-queue'
import { createReconcile } from './photo-reconcile'
import { createPhotoShelf, type PhotoShelf } from './photo-shelf'
import type { UploadPorts } from './photo-upload'
import type { Photo, PhotoFacts } from './photo-view'
import type { Readable } from './readable'

export interface PhotosState {
  /** By photo id, in the order in which they were taken. A photo's object stays the same until it changes. */
  readonly photos: ReadonlyMap<string, Photo>
  readonly storageFull: boolean
}

export interface PhotoStore extends Readable<PhotosState>, PhotoActions, Pick<PhotoLinks, 'linkOf'> {
  /** Resumes what was left, and listens to the network, the consents and the entries. */
  start(): void
  stop(): void
  /** The merchant's photos; those of the draft move along. */
  open(merchant: string): void
  /** Another merchant's photos on this phone move along, or are dropped. */
  adopt(merchant: string): void
  discard(merchant: string): Promise<void>
  /** Drops every photo on this phone. */
  erase(): Promise<void>
}

export interface PhotoPorts extends UploadPorts {
  readonly device: Pick<Device, 'online' | 'onOnline' | 'onShow'>
  readonly storage: Parameters<typeof createPhotoShelf>[0]
  readonly entries: EntriesStore
  /** The function has confirmed a photo: time to fetch its entry. */
  readonly onReady: () => void
}

export function createPhotoStore(ports: PhotoPorts): PhotoStore {
  const { session, entries } = ports
  const store = createStore<PhotosState>(() => ({ photos: new Map(), storageFull: false }))
  const shelf = createPhotoShelf(ports.storage, show)
  const queue = createPhotoQueue({ ...ports, shelf, changed: show })
  const intake = createPhotoIntake({ ...ports, shelf, changed: show })
  const parts: PhotoParts = { entries, session, shelf, queue, intake }
  const links = createPhotoLinks(ports)
  const reconcile = createReconcile({ entries, shelf, drop })
  let listening: readonly (() => void)[] = []

  function show(): void {
    const photos = collectPhotos(parts, factsOf(ports, parts), store.getState().photos)
    store.setState({ photos, storageFull: shelf.storageFull() })
  }
  function drop(photoId: string): void {
    queue.abort(photoId)
    shelf.remove(photoId)
    void intake.forget(photoId)
  }
  async function resume(): Promise<void> {
    await intake.resume()
    reconcile()
    queue.fresh()
  }
  function closeFolder(): void {
    queue.abortAll()
    links.clear()
    intake.cancelAll()
  }

  return {
    getState: store.getState,
    getInitialState: store.getInitialState,
    subscribe: store.subscribe,
    linkOf: links.linkOf,
    ...createPhotoActions(parts, drop),
    start() {
      if (listening.length > 0) return
      listening = listen(ports, queue, reconcile, show)
      void resume()
    },
    stop() {
      for (const end of listening) end()
      listening = []
      queue.abortAll()
    },
    open(merchant) {
      if (shelf.merchant() === merchant) return
      // A photo that is being prepared in the draft moves along.
      if (shelf.merchant() === null) queue.abortAll()
      else closeFolder()
      shelf.open(merchant)
      void resume()
    },
    ...createRemovals(shelf, intake, resume, closeFolder),
  }
}

/** What becomes of whole folders. */
function createRemovals(
  shelf: PhotoShelf,
  intake: PhotoParts['intake'],
  resume: () => Promise<void>,
  closeFolder: () => void,
): Pick<PhotoStore, 'adopt' | 'discard' | 'erase'> {
  async function forgetAll(photoIds: readonly string[]): Promise<void> {
    for (const photoId of photoIds) await intake.forget(photoId)
  }
  return {
    adopt(merchant) {
      shelf.adopt(merchant)
      void resume()
    },
    discard: (merchant) => forgetAll(shelf.discard(merchant)),
    erase() {
      closeFolder()
      return forgetAll(shelf.erase())
    },
  }
}

function listen(
  ports: PhotoPorts,
  queue: PhotoQueue,
  reconcile: () => void,
  show: () => void,
): readonly (() => void)[] {
  const { session, entries, device } = ports
  const refresh = (): void => {
    show()
    queue.fresh()
  }
  return [
    device.onOnline(refresh),
    device.onShow(queue.fresh),
    session.subscribe((state, before) => {
      if (before.consents.documents && !state.consents.documents) queue.abortAll()
      const turned =
        state.consents.documents !== before.consents.documents || state.consents.service !== before.consents.service
      if (turned || state.merchantId !== before.merchantId) refresh()
    }),
    entries.subscribe((state, before) => {
      if (state.entries === before.entries) return
      reconcile()
      show()
      queue.pump()
    }),
  ]
}

function factsOf({ session, device }: PhotoPorts, { queue, intake }: PhotoParts): PhotoFacts {
  const { merchantId, consents } = session.getState()
  const agreed = consents.documents && (consents.service || merchantId !== null)
  const uploads = !agreed ? 'local' : device.online() ? 'on' : 'paused'
  return { uploads, pathOf: intake.pathOf, progressOf: queue.progressOf, problemOf: queue.problemOf }
}
