/** The photos of a slot, as components read them. */
import { useEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import type { Licence } from '#domain/licence/licence'
import { photosOf } from '#domain/photos'
import type { ChosenPhoto } from '../ports/files'
import type { ChosenOutcome } from './draft-photos'
import { useApp, useEntries } from './hooks'
import type { Photo, PhotoState } from './photo-view'
import type { Outcome } from './session-hooks'

export interface PhotoView {
  readonly photoId: string
  /** To show; null while it is only known from another phone and cannot be fetched now. */
  readonly path: string | null
  readonly state: PhotoState
  /** 0–1, of an upload. */
  readonly part: number
  /** Why it stopped, for the person. */
  readonly reason?: string
  /** The rep asked for another one. */
  readonly redo?: string
  readonly bytes?: number
  readonly licence?: Licence
}

function viewOf(photo: Photo, redo: string | undefined, link: string | undefined): PhotoView {
  return {
    photoId: photo.photoId,
    path: photo.path ?? link ?? null,
    state: photo.state,
    part: photo.percent / 100,
    ...(photo.message === null ? {} : { reason: photo.message }),
    ...(redo === undefined ? {} : { redo }),
    ...(photo.bytes > 0 ? { bytes: photo.bytes } : {}),
    ...(photo.licence === null ? {} : { licence: photo.licence }),
  }
}

/** Links for photos that this phone has no file of. */
function useLinks(photos: readonly Photo[]): ReadonlyMap<string, string> {
  const { photos: store } = useApp()
  const [links, setLinks] = useState<ReadonlyMap<string, string>>(new Map())
  const wanted = photos
    .filter((photo) => photo.path === null && photo.state === 'ready')
    .map(({ photoId }) => photoId)
    .join(' ')
  useEffect(() => {
    let gone = false
    for (const photoId of wanted.split(' ').filter(Boolean)) {
      void store.linkOf(photoId, 'full').then((link) => {
        if (!gone && link.ok) setLinks((known) => new Map(known).set(photoId, link.url))
      })
    }
    return () => {
      gone = true
    }
  }, [store, wanted])
  return links
}

export function usePhotos(slot: string): readonly PhotoView[] {
  const { photos: store } = useApp()
  const all = useStore(store, (state) => state.photos)
  const entries = useEntries()
  const mine = useMemo(() => [...all.values()].filter((photo) => photo.slot === slot), [all, slot])
  const links = useLinks(mine)
  return useMemo(() => {
    const pages = photosOf(entries).get(slot) ?? []
    const known = new Map(pages.map((page, i) => [page.photoId, { redo: page.redo, i }]))
    // What is still being prepared is not entered yet: it comes last.
    const place = ({ photoId }: Photo) => known.get(photoId)?.i ?? pages.length
    return [...mine]
      .sort((a, b) => place(a) - place(b))
      .map((photo) => viewOf(photo, known.get(photo.photoId)?.redo, links.get(photo.photoId)))
  }, [mine, entries, slot, links])
}

export interface PhotoActions {
  choose(slot: string, from: 'camera' | 'album'): Promise<ChosenOutcome>
  accept(slot: string, photo: ChosenPhoto): Promise<ChosenOutcome>
  /** Keeps the draft of this slot; with `replacing` the old photo goes. */
  keep(slot: string, replacing?: string): Promise<Outcome>
  remove(photoId: string): void
  retry(photoId: string): void
  cancel(photoId: string): void
  forward(photoId: string): void
}

export function usePhotoActions(): PhotoActions {
  const { photos, drafts } = useApp()
  return useMemo(
    () => ({
      choose: drafts.choose,
      accept: drafts.accept,
      async keep(slot, replacing) {
        const { draft } = drafts.getState()
        if (draft?.slot !== slot) return { ok: false, message: '没找到刚拍的照片，请再拍一张。' }
        const kept = await (replacing === undefined ? photos.add(slot, draft) : photos.replace(replacing, draft))
        if (kept.ok) drafts.kept(kept.photoId)
        return kept
      },
      remove: photos.remove,
      retry: photos.retry,
      cancel: photos.cancel,
      forward: photos.forward,
    }),
    [photos, drafts],
  )
}
