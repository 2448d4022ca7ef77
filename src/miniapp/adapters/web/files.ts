import type { ChooseOutcome, Files } from '../../ports/files'
import { lettersInBrowser, openInBrowser, prepareInBrowser, renderInBrowser } from './image'
import { photoVault } from './photo-vault'

/** The browser's own chooser: `capture` asks a phone for its camera. Resolves 'cancelled' on no choice. */
function choose(from: 'camera' | 'album', count: number): Promise<ChooseOutcome> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = 'image/*'
    input.multiple = count > 1
    if (from === 'camera') input.capture = 'environment'
    input.style.display = 'none'
    const finish = (outcome: ChooseOutcome) => {
      input.remove()
      resolve(outcome)
    }
    input.addEventListener('cancel', () => finish({ ok: false, error: 'cancelled' }))
    input.addEventListener('change', () => {
      const files = [...(input.files ?? [])].slice(0, count)
      if (files.length === 0) return finish({ ok: false, error: 'cancelled' })
      finish({ ok: true, photos: files.map((file) => ({ path: URL.createObjectURL(file), bytes: file.size })) })
    })
    document.body.append(input)
    input.click()
  })
}

const asBase64 = (bytes: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''))
    reader.onerror = () => reject(new Error('the photo cannot be read'))
    reader.readAsDataURL(bytes)
  })

export function createWebFiles(): Files {
  const shown = new Map<string, string>()
  const files: Files = {
    choose,
    prepare: prepareInBrowser,
    open: openInBrowser,
    letters: lettersInBrowser,
    render: renderInBrowser,
    async keep(photoId, path) {
      try {
        await photoVault.put(photoId, await (await fetch(path)).arrayBuffer())
        shown.set(photoId, path)
        return path
      } catch {
        return null // the browser's storage is full or switched off
      }
    },
    async find(photoId) {
      const known = shown.get(photoId)
      if (known !== undefined) return known
      const bytes = await photoVault.get(photoId).catch(() => null)
      if (!(bytes instanceof ArrayBuffer)) return null
      const path = URL.createObjectURL(new Blob([bytes], { type: 'image/jpeg' }))
      shown.set(photoId, path)
      return path
    },
    async base64(photoId) {
      const path = await files.find(photoId)
      return path === null ? null : asBase64(await (await fetch(path)).blob())
    },
    async drop(photoId) {
      const path = shown.get(photoId)
      if (path !== undefined) URL.revokeObjectURL(path)
      shown.delete(photoId)
      await photoVault.remove(photoId).catch(() => undefined)
    },
  }
  return files
}
