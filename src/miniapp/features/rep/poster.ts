/**
 * The pictures that carry a rep's code: a poster in the proportions of a sheet of paper, for printing and for
 * moments, and the card of a shared code. Always light: it is paper. Lengths are in parts of the width.
 */
import { palette } from '#domain/content/operator'
import type { PaintWords } from '../../ports/studio'

/** px: A5 at 210 dots an inch, A4 at 150. */
export const posterSize = { width: 1240, height: 1754 } as const
/** px: WeChat shows a card 5 : 4. */
export const cardSize = { width: 500, height: 400 } as const

export interface PosterWords {
  readonly name: string
  readonly company: string
}

/** Of the light theme, whose accent an operator may set. */
const colours = {
  paper: '#ffffff',
  ink: '#182022',
  second: '#4c5658',
  third: palette.light['ink-3'],
  line: '#e1e5e5',
  wash: '#eef1f1',
  accent: palette.light.accent,
} as const
const sans = '"PingFang SC", "HarmonyOS Sans SC", MiSans, "Noto Sans CJK SC", "Microsoft YaHei", sans-serif'

export const title = ['开通小程序', '一步一步跟着办'] as const
export const scanWords = '微信扫一扫，不用登录就能看'
/** What the merchant gets. */
export const gains = ['要备哪些材料，列得清楚', '官方页面怎么填，照着抄', '哪天到期，提前提醒你'] as const

interface Line {
  readonly words: string
  readonly x: number
  readonly y: number
  /** px */
  readonly size: number
  readonly weight?: 400 | 500
  readonly colour?: string
  readonly align?: CanvasTextAlign
  /** px: longer words are set smaller. */
  readonly most?: number
}

function write(context: CanvasRenderingContext2D, line: Line): void {
  const { words, x, y, size, weight = 400, colour = colours.ink, align = 'center', most = Infinity } = line
  const font = (px: number) => `${weight} ${px}px ${sans}`
  context.font = font(size)
  const wide = context.measureText(words).width
  if (wide > most) context.font = font(Math.floor((size * most) / wide))
  context.fillStyle = colour
  context.textAlign = align
  context.textBaseline = 'middle'
  context.fillText(words, x, y)
}

function disc(context: CanvasRenderingContext2D, x: number, y: number, radius: number, colour: string): void {
  context.fillStyle = colour
  context.beginPath()
  context.arc(x, y, radius, 0, 2 * Math.PI)
  context.fill()
}

/** The tick of a list, in a box of `size` px around x, y. */
function tick(context: CanvasRenderingContext2D, x: number, y: number, size: number): void {
  disc(context, x, y, size / 2, colours.accent)
  context.strokeStyle = colours.paper
  context.lineWidth = size * 0.1
  context.lineCap = 'round'
  context.lineJoin = 'round'
  context.beginPath()
  context.moveTo(x - size * 0.2, y + size * 0.02)
  context.lineTo(x - size * 0.05, y + size * 0.17)
  context.lineTo(x + size * 0.22, y - size * 0.14)
  context.stroke()
}

/** Who it is, as a group in the middle. */
function byline(context: CanvasRenderingContext2D, { name, company }: PosterWords, y: number, width: number): void {
  const radius = 56
  const gap = 84
  const most = width * 0.6
  context.font = `400 38px ${sans}`
  const wide = Math.min(most, Math.max(context.measureText(company).width, 48 * name.length))
  const left = (width - radius - gap - wide) / 2 + radius
  disc(context, left, y, radius, colours.wash)
  write(context, { words: name.slice(0, 1), x: left, y: y + 3, size: 52, weight: 500, colour: colours.accent })
  const words = { x: left + gap, align: 'left', most } as const
  write(context, { ...words, words: name, y: y - 28, size: 48, weight: 500 })
  write(context, { ...words, words: company, y: y + 34, size: 38, colour: colours.third })
}

export const paintPoster =
  (words: PosterWords): PaintWords =>
  (context, picture) => {
    const { width, height } = posterSize
    const middle = width / 2
    context.fillStyle = colours.paper
    context.fillRect(0, 0, width, height)
    context.fillStyle = colours.accent
    context.fillRect(0, 0, width, 20)
    title.forEach((line, i) => write(context, { words: line, x: middle, y: 190 + i * 116, size: 88, weight: 500 }))
    const code = 600
    if (picture !== null) context.drawImage(picture, middle - code / 2, 410, code, code)
    write(context, { words: scanWords, x: middle, y: 1076, size: 46, colour: colours.second })
    gains.forEach((line, i) => {
      const y = 1190 + i * 78
      tick(context, width * 0.27, y - 2, 44)
      write(context, { words: line, x: width * 0.27 + 48, y, size: 44, align: 'left' })
    })
    context.fillStyle = colours.line
    context.fillRect(width * 0.12, 1446, width * 0.76, 3)
    byline(context, words, 1590, width)
  }

export const paintCard =
  ({ name, company }: PosterWords): PaintWords =>
  (context) => {
    const { width, height } = cardSize
    context.fillStyle = colours.wash
    context.fillRect(0, 0, width, height)
    context.fillStyle = colours.accent
    context.fillRect(0, 0, width, 10)
    title.forEach((line, i) =>
      write(context, { words: line, x: 40, y: 92 + i * 54, size: 40, weight: 500, align: 'left' }),
    )
    gains.forEach((line, i) => {
      tick(context, 54, 206 + i * 38, 24)
      write(context, { words: line, x: 78, y: 207 + i * 38, size: 24, align: 'left', colour: colours.second })
    })
    const by = { x: 40, y: 348, size: 26, align: 'left', most: width - 80 } as const
    write(context, { ...by, words: `${name}，${company}`, weight: 500, colour: colours.accent })
  }
