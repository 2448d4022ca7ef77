/**
 * What the phone can tell about a photo from its size alone. A finding warns and never blocks: whether
 * the words can be read is for the person to see.
 *
 * Sizes: filing asks 1500×1100 at least for the licence (record_material), an avatar is advised at
 * 144×144 and at most 2 MB; the other papers have no published size, the licence's is taken for them.
 */
import type { SlotShape } from '../../ui/photo-slot'

export interface Finding {
  readonly id: 'size' | 'direction' | 'file'
  readonly name: string
  readonly words: string
  /** Present when something should be done: the page's title and the remedy. */
  readonly warning?: { readonly title: string; readonly text: string }
}

export interface Measured {
  readonly width: number // px
  readonly height: number // px
  readonly bytes: number
}

const nbsp = '\u00a0'
const paperLong = 1500
const paperShort = 1100
/** A sheet of A4 photographed at an angle still has sides of 1.2 : 1. */
const clearlyLonger = 1.15

/** What is photographed: its shape on paper, and whether it is the licence, whose size is prescribed. */
export interface Subject {
  readonly shape: SlotShape
  readonly licence: boolean
}

const sizeWords = ({ width, height }: Measured) => `${width}${nbsp}×${nbsp}${height}`

function sizeOf(photo: Measured, { shape, licence }: Subject): Finding {
  const words = sizeWords(photo)
  const row = { id: 'size', name: '大小', words } as const
  const long = Math.max(photo.width, photo.height)
  const short = Math.min(photo.width, photo.height)
  if (shape === 'square' || (long >= paperLong && short >= paperShort)) return row
  return {
    ...row,
    words: `${words}，偏小`,
    warning: {
      title: '照片偏小',
      text: `${licence ? '备案要求至少' : '最好有'} ${paperLong}${nbsp}×${nbsp}${paperShort}。离近一点，让证件占满画面，再拍一张更稳妥。`,
    },
  }
}

function directionOf({ width, height }: Measured, { shape }: Subject): Finding {
  const row = { id: 'direction', name: '方向' } as const
  if (shape === 'square') {
    const even = Math.max(width, height) / Math.min(width, height) < clearlyLonger
    return even
      ? { ...row, words: '接近正方形' }
      : {
          ...row,
          words: '不是正方形',
          warning: { title: '不是正方形', text: '上传时会裁掉两头。重要的放在中间，或者换一张方的。' },
        }
  }
  const lying = width > height * clearlyLonger
  const standing = height > width * clearlyLonger
  if (shape === 'landscape' ? !standing : !lying) return { ...row, words: shape === 'landscape' ? '横的' : '竖的' }
  return {
    ...row,
    words: standing ? '拍成了竖的' : '拍成了横的',
    warning: {
      title: standing ? '证件是横的，拍成了竖的' : '证件是竖的，拍成了横的',
      text: '把手机转过来，让证件占满画面，字会大一些、清楚一些。',
    },
  }
}

const fileOf = ({ bytes }: Measured): Finding => ({
  id: 'file',
  name: '文件',
  words: `JPG，${Math.max(1, Math.round(bytes / 1024))}${nbsp}KB`,
})

/** Warnings first. */
export function findingsOf(photo: Measured, subject: Subject): readonly Finding[] {
  const all = [sizeOf(photo, subject), directionOf(photo, subject), fileOf(photo)]
  return [...all.filter((one) => one.warning), ...all.filter((one) => !one.warning)]
}
