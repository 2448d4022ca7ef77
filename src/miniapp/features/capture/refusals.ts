/** Why there is no photo, in the person's words, and what to do about it. Nothing said for 'cancelled': they know. */
import type { ChooseOutcome, PrepareOutcome } from '../../ports/files'

type ErrorOf<T> = T extends { readonly ok: false; readonly error: infer E } ? E : never
export type RefusalCode = Exclude<ErrorOf<ChooseOutcome> | ErrorOf<PrepareOutcome>, 'cancelled'>

export interface Refusal {
  readonly title: string
  readonly text: string
  /** The other way to a photo, when this one is closed. */
  readonly instead: 'camera' | 'album'
}

const nbsp = '\u00a0'
const inMegabytes = (bytes: number) => `${Math.max(1, Math.round(bytes / 1024 / 1024))}${nbsp}MB`

const noCamera: Refusal = {
  title: '没开相机也行',
  text: '从相册选一张拍好的。想在这里拍，到手机设置里允许用相机，再回来。',
  instead: 'album',
}
const noAlbum: Refusal = {
  title: '没能打开相册',
  text: '到手机设置里允许看照片，再回来；或者现在拍一张。',
  instead: 'camera',
}

const others: Record<Exclude<RefusalCode, 'denied' | 'too-large'>, Refusal> = {
  unsupported: { title: '这里打不开相机', text: '从相册选一张，或者换一部手机来拍。', instead: 'album' },
  privacy: {
    title: '还没同意隐私说明',
    text: '点「同意」以后才能拍照、选照片。照片只有你自己看得到。',
    instead: 'album',
  },
  'not-a-photo': {
    title: '这不是照片，或者文件坏了',
    text: '换一张，JPG、PNG 都行。PDF 不行，拿纸质原件拍一张。',
    instead: 'camera',
  },
  'too-small': { title: '照片太小，字会看不清', text: '像是缩略图。选原图，或者重新拍一张。', instead: 'camera' },
  heic: {
    title: '这张的格式，手机转不了',
    text: '它是 HEIC 格式。在这里重新拍一张最快；或者到手机的相机设置里，把格式改成「兼容性最佳」。',
    instead: 'camera',
  },
  'no-space': { title: '手机存不下了', text: '清掉一些不用的东西，再回来拍。以前拍的都还在。', instead: 'camera' },
  failed: { title: '没能处理好这张照片', text: '再试一次；还不行，就换一张。以前拍的都还在。', instead: 'camera' },
}

/** `bytes`: the chosen file's size, named when it is the reason. */
export function refusalOf(code: RefusalCode, from: 'camera' | 'album', bytes?: number): Refusal {
  if (code === 'denied') return from === 'camera' ? noCamera : noAlbum
  if (code !== 'too-large') return others[code]
  const size = bytes === undefined ? '' : `有 ${inMegabytes(bytes)}，`
  return {
    title: '照片文件太大',
    text: `这张${size}超过 50${nbsp}MB 的收不了。在这里重新拍一张，大小正好。`,
    instead: 'camera',
  }
}
