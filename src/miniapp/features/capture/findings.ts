/**
 * What the phone can tell about a photo, in words and with what to do. A finding warns and never blocks:
 * whether the words can be read is for the person to see.
 */
import type { Measures } from '#domain/photo/measure'
import { faultsOf, fullSize, type Fault } from '#domain/photo/verdicts'
import type { SlotShape } from '../../ui/photo-slot'

export interface Finding {
  readonly id: Fault | 'shape'
  readonly name: string
  readonly words: string
  /** Present when something should be done: the page's title and the remedy. */
  readonly warning?: { readonly title: string; readonly text: string }
}

export interface Measured {
  readonly width: number // px
  readonly height: number // px
}

/** What is photographed: its shape on paper, and whether it is the licence, whose size is prescribed. */
export interface Subject {
  readonly shape: SlotShape
  readonly licence: boolean
}

const nbsp = '\u00a0'
const sizeWords = ({ width, height }: Measured) => `${width}${nbsp}×${nbsp}${height}`
/** Nearly as wide as high: an avatar. */
const nearlySquare = 1.15

/** Where on the paper, by thirds. */
function placeOf({ x, y }: { readonly x: number; readonly y: number }): string {
  const across = x < 0.37 ? '左' : x > 0.63 ? '右' : ''
  const down = y < 0.37 ? '上' : y > 0.63 ? '下' : ''
  if (across !== '' && down !== '') return `${across}${down}角`
  return across !== '' ? `${across}边` : down !== '' ? `${down}边` : '中间'
}

const edges = ['上', '右', '下', '左'] as const

function cutWords({ document }: Measures): string {
  const sides = edges.filter((_, i) => document?.cut[i] === true)
  return `${sides.join('、')}边没拍全`
}

interface Saying {
  readonly name: string
  /** When all is well; null: nothing can be said. */
  readonly well: (photo: Measured, m: Measures) => string | null
  readonly badly: (
    photo: Measured,
    m: Measures,
    licence: boolean,
  ) => { readonly words: string; readonly title: string; readonly text: string }
}

const sayings: Record<Fault, Saying> = {
  cut: {
    name: '四个角',
    well: (_, { document }) => (document === null ? null : '都在'),
    badly: (_, m) => ({
      words: cutWords(m),
      title: '证件没拍全',
      text: '官方要看到完整的边框和四个角。往后退一点，四周留一圈桌面，再拍一张。',
    }),
  },
  small: {
    name: '大小',
    well: sizeWords,
    badly: (photo, _, licence) => ({
      words: `${sizeWords(photo)}，偏小`,
      title: '证件拍得偏小',
      text: `${licence ? '备案要求至少' : '最好有'} ${fullSize.long}${nbsp}×${nbsp}${fullSize.short}，小字才看得清。离近一点，让证件占满画面，再拍一张更稳妥。`,
    }),
  },
  blurred: {
    name: '清晰',
    well: (_, { sharpness }) => (sharpness === null ? null : '字看得清'),
    badly: () => ({
      words: '有点糊',
      title: '字有点糊',
      text: '点一下屏幕上的证件对焦，两只手拿稳，再拍一张。',
    }),
  },
  glare: {
    name: '反光',
    well: () => '没有',
    badly: (_, { light }) => ({
      words: `${placeOf(light.glareAt)}发白`,
      title: '有一处反光',
      text: `${placeOf(light.glareAt)}发白，审核时可能看不清。关掉闪光灯，换个角度，再拍一张更稳妥。`,
    }),
  },
  dark: {
    name: '亮度',
    well: () => '合适',
    badly: (_, { light }) => ({
      words: light.paper < 80 ? '偏暗' : '有一片阴影',
      title: light.paper < 80 ? '照片偏暗' : '有一片阴影',
      text: '到窗边或者灯下，手和手机别挡住光，再拍一张。',
    }),
  },
  grey: {
    name: '颜色',
    well: (_, { paper }) => (paper ? '彩色' : null),
    badly: () => ({
      words: '像是黑白的',
      title: '像是黑白复印件',
      text: '官方要原件的彩色照片，不收黑白复印件。拿原件，再拍一张。',
    }),
  },
  tilted: {
    name: '端正',
    well: (_, { document, paper }) => (document !== null || paper ? '端正' : null),
    badly: () => ({
      words: '拍歪了',
      title: '证件拍歪了',
      text: '点照片下面的「拉正」，不用重拍。',
    }),
  },
}

/** The order in which people look for them; warnings come first all the same. */
const order: readonly Fault[] = ['glare', 'cut', 'blurred', 'dark', 'grey', 'tilted', 'small']

function avatarFindings(photo: Measured): readonly Finding[] {
  const even = Math.max(photo.width, photo.height) / Math.min(photo.width, photo.height) < nearlySquare
  const shape: Finding = even
    ? { id: 'shape', name: '形状', words: '接近正方形' }
    : {
        ...{ id: 'shape', name: '形状', words: '不是正方形' },
        warning: { title: '不是正方形', text: '上传时会裁掉两头。点「拉正」自己裁，或者换一张方的。' },
      }
  return [shape, { id: 'small', name: '大小', words: sizeWords(photo) }]
}

/** Without measures (the phone cannot read its own pixels) only the size is spoken of. */
function sizeOnly(photo: Measured, { licence }: Subject): readonly Finding[] {
  const small =
    Math.max(photo.width, photo.height) < fullSize.long || Math.min(photo.width, photo.height) < fullSize.short
  if (!small) return [{ id: 'small', name: '大小', words: sizeWords(photo) }]
  const { words, ...warning } = sayings.small.badly(photo, nothing, licence)
  return [{ id: 'small', name: '大小', words, warning }]
}

const nothing: Measures = {
  ...{ width: 0, height: 0, document: null, paper: false, long: 0, turned: 0, lean: 1, sharpness: null },
  light: { paper: 255, darkest: 255, glare: 0, glareAt: { x: 0.5, y: 0.5 }, coloured: 1 },
}

/** Warnings first, the gravest of them at the top. */
export function findingsOf(photo: Measured, measures: Measures | null, subject: Subject): readonly Finding[] {
  if (subject.shape === 'square') return avatarFindings(photo)
  if (measures === null) return sizeOnly(photo, subject)
  const faults = faultsOf(measures)
  const warned = faults.map((id): Finding => {
    const { words, ...warning } = sayings[id].badly(photo, measures, subject.licence)
    return { id, name: sayings[id].name, words, warning }
  })
  const fine = order.flatMap((id): Finding[] => {
    const words = faults.includes(id) ? null : sayings[id].well(photo, measures)
    return words === null ? [] : [{ id, name: sayings[id].name, words }]
  })
  return [...warned, ...fine]
}
