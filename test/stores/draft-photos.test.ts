/** The photo being looked at, and the original behind it: changed, taken back, found after a kill, let go when uploaded. */
import { createStore } from 'zustand/vanilla'
import { createDraftPhotos } from '../../src/miniapp/stores/draft-photos'
import { createOriginals } from '../../src/miniapp/stores/originals'
import type { PhotosState } from '../../src/miniapp/stores/photo-store'
import type { Photo, PhotoState } from '../../src/miniapp/stores/photo-view'
import { createMemoryFiles, createMemoryStorage, photoAt } from '../support/ports'

function setUp() {
  const files = createMemoryFiles()
  files.render = async (width, height) => ({ ok: true, ...photoAt(`made-${width}x${height}`), width, height })
  const storage = createMemoryStorage()
  const photos = createStore<PhotosState>(() => ({ photos: new Map(), storageFull: false }))
  const begin = () => {
    const originals = createOriginals({ files, storage, photos })
    return { originals, drafts: createDraftPhotos({ files, originals }) }
  }
  const uploads = (photoId: string, state: PhotoState) =>
    photos.setState({ photos: new Map([[photoId, { photoId, state } as Photo]]) })
  return { files, storage, photos, begin, uploads }
}
const settle = () => new Promise((resolve) => setTimeout(resolve, 5))

test('a change is shown and can be taken back, one after the other', async () => {
  const { drafts } = setUp().begin()
  await drafts.choose('avatar', 'album')
  const first = drafts.getState().draft
  expect(await drafts.change(800, 600, () => undefined, true)).toBe(true)
  expect(await drafts.change(600, 800, () => undefined, true)).toBe(true)
  expect(drafts.getState().draft).toMatchObject({ width: 600, straight: true, original: 'chosen.jpg' })
  drafts.undo()
  expect(drafts.getState().draft).toMatchObject({ width: 800 })
  drafts.undo()
  drafts.undo()
  expect(drafts.getState().draft).toBe(first)
})

test('killed before it was kept, it is found again for its own slot only', async () => {
  const { begin } = setUp()
  await begin().drafts.choose('avatar', 'album')
  const { drafts } = begin()
  await drafts.restore('business-licence')
  expect(drafts.getState().draft).toBeNull()
  await drafts.restore('avatar')
  expect(drafts.getState().draft).toMatchObject({ slot: 'avatar', original: 'kept:chosen.jpg' })
})

test('the original stays until what was made of it is uploaded', async () => {
  const { begin, files, storage, uploads } = setUp()
  const { drafts } = begin()
  await drafts.choose('avatar', 'album')
  uploads('p1', 'waiting')
  drafts.kept('p1')
  await settle()
  expect([...files.kept.keys()]).toEqual(['original-p1'])
  uploads('p1', 'uploading')
  await settle()
  expect(files.kept.size).toBe(1)
  uploads('p1', 'ready')
  await settle()
  expect([files.kept.size, storage.keys().length]).toEqual([0, 0])
})

test('where there is no room the original is done without; erasing drops it', async () => {
  const { begin, files, storage } = setUp()
  const { drafts, originals } = begin()
  files.full = true
  await drafts.choose('avatar', 'album')
  expect(drafts.getState().draft).not.toBeNull()
  expect(await originals.held('avatar')).toBeNull()
  files.full = false
  await drafts.choose('avatar', 'album')
  await originals.drop()
  expect([files.kept.size, storage.keys().length]).toEqual([0, 0])
})
