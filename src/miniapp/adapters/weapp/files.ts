import Taro from '@tarojs/taro'
import type { ChooseOutcome, Files, PrepareOutcome } from '../../ports/files'
import { lettersInWeapp, openInWeapp, prepareInWeapp, renderInWeapp } from './image'

const messageOf = (error: unknown) => String((error as { errMsg?: string } | null)?.errMsg ?? error)

function refusal(error: unknown): ChooseOutcome {
  const message = messageOf(error)
  if (/cancel/.test(message)) return { ok: false, error: 'cancelled' }
  if (/privacy/.test(message)) return { ok: false, error: 'privacy' }
  return { ok: false, error: 'denied' }
}

async function made(make: () => Promise<PrepareOutcome>): Promise<PrepareOutcome> {
  try {
    return await make()
  } catch (error) {
    return { ok: false, error: /maximum size|storage/.test(messageOf(error)) ? 'no-space' : 'failed' }
  }
}

async function choose(from: 'camera' | 'album', count: number): Promise<ChooseOutcome> {
  try {
    const chosen = await Taro.chooseMedia({
      count,
      mediaType: ['image'],
      sourceType: [from],
      sizeType: ['original'],
      camera: 'back',
    })
    return { ok: true, photos: chosen.tempFiles.map((file) => ({ path: file.tempFilePath, bytes: file.size })) }
  } catch (error) {
    return refusal(error)
  }
}

/** Photos live under USER_DATA_PATH: a temporary path dies with this run. */
export function createWeappFiles(): Files {
  const fs = Taro.getFileSystemManager()
  const kept = (photoId: string) => `${Taro.env.USER_DATA_PATH}/photo-${photoId}.jpg`
  const exists = (path: string) => {
    try {
      fs.accessSync(path)
      return true
    } catch {
      return false
    }
  }
  return {
    choose,
    prepare: (path) => made(() => prepareInWeapp(path)),
    open: openInWeapp,
    letters: lettersInWeapp,
    render: (width, height, paint) => made(() => renderInWeapp(width, height, paint)),
    async keep(photoId, path) {
      try {
        fs.copyFileSync(path, kept(photoId))
        return kept(photoId)
      } catch {
        return null // 200 MB in all
      }
    },
    find: async (photoId) => (exists(kept(photoId)) ? kept(photoId) : null),
    base64: async (photoId) => (exists(kept(photoId)) ? (fs.readFileSync(kept(photoId), 'base64') as string) : null),
    async drop(photoId) {
      if (exists(kept(photoId))) fs.unlinkSync(kept(photoId))
    },
  }
}
