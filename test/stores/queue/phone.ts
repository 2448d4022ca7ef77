/** A phone that outlives its runs: what it keeps stays, what a killed run still does reaches nothing. */
import { createStores, type Stores } from '../../../src/miniapp/stores/create-stores'
import type { Photo } from '../../../src/miniapp/stores/photo-view'
import type { Files } from '../../../src/miniapp/ports/files'
import type { Storage } from '../../../src/miniapp/ports/storage'
import type { Chance } from '../../support/chance'
import { chosenPath, createFakeDevice, createFilesOf, createMemoryStorage, type FakeClock } from '../../support/ports'
import { jpegAt, type Fn } from './function'
import { createLine, type Weather } from './line'

export interface QueuePhone {
  readonly weather: Weather
  stores(): Stores
  photos(): readonly Photo[]
  setOnline(online: boolean): void
  /** The app is killed and opened again. */
  kill(): void
  /** The most uploads that went on at once. */
  busiest(): number
}

export interface PhonePorts {
  readonly fn: Fn
  readonly clock: FakeClock
  readonly chance: Chance
}

export function createQueuePhone({ fn, clock, chance }: PhonePorts): QueuePhone {
  const [storage, files, device] = [createMemoryStorage(), createFilesOf(jpegAt), createFakeDevice()]
  const weather: Weather = { drop: 0, slow: false, down: false }
  let most = 0
  let [stores, end] = boot()

  function boot(): [Stores, () => void] {
    let alive = true
    const bytesOf = (path: string) => jpegAt(chosenPath(path))
    const onUploads = (atOnce: number) => (most = Math.max(most, atOnce))
    const backend = createLine({ fn, clock, chance, weather, bytesOf, onUploads })
    const own: Storage = {
      ...storage,
      set: (key, text) => !alive || storage.set(key, text),
      remove: (key) => void (alive && storage.remove(key)),
    }
    const ofRun: Files = {
      ...files,
      keep: async (photoId, path) => (alive ? files.keep(photoId, path) : null),
      drop: async (photoId) => void (alive && (await files.drop(photoId))),
    }
    const identity = { kind: 'wechat', code: async () => 'openid-1' } as const
    const fresh = createStores({ backend, storage: own, clock, files: ofRun, identity, device })
    fresh.start()
    return [
      fresh,
      () => {
        alive = false
        backend.cut()
        fresh.stop()
      },
    ]
  }
  return {
    weather,
    stores: () => stores,
    photos: () => [...stores.photos.getState().photos.values()],
    setOnline: device.setOnline,
    kill() {
      end()
      ;[stores, end] = boot()
    },
    busiest: () => most,
  }
}
