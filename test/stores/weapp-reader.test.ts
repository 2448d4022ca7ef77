/** WeChat's text recognition, with `wx` as its documentation and people's reports describe it. */
import type { Printed } from '../../src/miniapp/ports/reader'
import { readerContract, type ReaderWorld } from './contracts/reader.contract'

type Listener = (anchors: readonly { readonly text: string }[]) => void
type Mode = 'works' | 'refused' | 'silent' | 'no such interface' | 'crashed'

const wx = {
  able: true,
  mode: 'works' as Mode,
  /** Of the next session only. */
  once: null as Mode | null,
  lines: [] as readonly string[],
  size: { width: 4000, height: 3000 },
  storage: new Map<string, unknown>(),
  frames: [] as { readonly width: number; readonly height: number; readonly bytes: number }[],
  tracks: [] as unknown[],
  destroyed: 0,
}

function createVKSession(options: unknown) {
  const listeners = new Map<string, Listener>()
  if (!wx.able) throw new Error('createVKSession is not a function')
  wx.tracks.push(options)
  const mode = wx.once ?? wx.mode
  wx.once = null
  return {
    on: (event: string, listener: Listener) => void listeners.set(event, listener),
    start: (done: (status: number) => void) =>
      void Promise.resolve().then(() => done(mode === 'refused' ? 2003002 : 0)),
    ...(mode !== 'no such interface' && {
      runOCR({ frameBuffer, width, height }: { frameBuffer: ArrayBuffer; width: number; height: number }) {
        wx.frames.push({ width, height, bytes: frameBuffer.byteLength })
        if (mode !== 'works') return
        const event = wx.lines.length === 0 ? 'removeAnchors' : 'updateAnchors'
        listeners.get(event)?.(wx.lines.map((text) => ({ text })))
      },
    }),
    destroy: () => void wx.destroyed++,
  }
}

jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: {
    canIUse: () => wx.able,
    getStorageSync: (key: string) => wx.storage.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => void wx.storage.set(key, value),
    removeStorageSync: (key: string) => void wx.storage.delete(key),
    getImageInfo: async () => wx.size,
    createVKSession: (options: unknown) => createVKSession(options),
    createOffscreenCanvas: ({ width, height }: { width: number; height: number }) => ({
      getContext: () => ({
        drawImage: () => undefined,
        getImageData: () => ({ data: new Uint8ClampedArray(width * height * 4) }),
      }),
      createImage: () => {
        const image = { onload: () => undefined }
        return Object.defineProperty(image, 'src', { set: () => void Promise.resolve().then(() => image.onload()) })
      },
    }),
  },
}))
import { createPhotoReader } from '../../src/miniapp/packages/material/reader'

beforeEach(() => {
  Object.assign(wx, {
    able: true,
    mode: 'works',
    once: null,
    size: { width: 4000, height: 3000 },
    lines: [],
    frames: [],
    tracks: [],
    destroyed: 0,
  })
  wx.storage.clear()
})

readerContract('in WeChat', (): ReaderWorld => {
  wx.able = false
  const without = createPhotoReader()
  wx.able = true
  const { read } = createPhotoReader()
  return {
    reader: createPhotoReader(),
    without: {
      ...without,
      read(path) {
        wx.able = false
        return read(path)
      },
    },
    shows: ({ lines }: Printed) => void (wx.lines = lines),
    fails: () => void (wx.once = 'refused'),
    sees: ({ lines }) => ({ codes: [], lines }),
  }
})

test('gives a picture of at most 1,600 px, and lets the session go', async () => {
  wx.lines = ['营业执照']
  expect(await createPhotoReader().read('a.jpg')).toEqual({ codes: [], lines: ['营业执照'] })
  expect(wx.frames).toEqual([{ width: 1600, height: 1200, bytes: 1600 * 1200 * 4 }])
  expect(wx.tracks).toEqual([{ track: { OCR: { mode: 2 } }, version: 'v1' }])
  expect(wx.destroyed).toBe(1)
  expect(wx.storage.size).toBe(0)
})

test.each(['refused', 'no such interface'] as const)('%s: null, and it may be tried again', async (mode) => {
  wx.mode = mode
  expect(await createPhotoReader().read('a.jpg')).toBeNull()
  expect(wx.destroyed).toBe(1)
  expect(createPhotoReader().when).toBe('tap')
})

test('nothing ever comes back: null after a quarter of a minute', async () => {
  jest.useFakeTimers()
  wx.mode = 'silent'
  const reading = createPhotoReader().read('a.jpg')
  await jest.advanceTimersByTimeAsync(15_000)
  expect(await reading).toBeNull()
  expect(wx.destroyed).toBe(1)
  jest.useRealTimers()
})

test('WeChat crashed in it twice: never again on this phone', async () => {
  jest.useFakeTimers({ doNotFake: ['setImmediate'] })
  wx.mode = 'crashed'
  for (const next of ['tap', 'never'] as const) {
    // The app ends before anything is answered, and is opened again.
    void createPhotoReader().read('a.jpg')
    await new Promise((resolve) => setImmediate(resolve))
    expect(createPhotoReader().when).toBe(next)
  }
  jest.useRealTimers()
})

test('a picture that cannot be decoded is no crash', async () => {
  wx.size = null as never
  expect(await createPhotoReader().read('a.jpg')).toBeNull()
  expect(wx.storage.size).toBe(0)
})
