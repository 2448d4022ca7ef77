/** Licences and permits drawn by us after the official layouts: made-up businesses with valid codes. */
import QRCode from 'qrcode'
import type { Chance } from '../../support/chance'
import { words, type Style } from './glyphs'

export const layouts = ['copy', 'original', 'old', 'sole-trader', 'permit'] as const
export type Layout = (typeof layouts)[number]

export interface Paper {
  readonly svg: string
  /** px it is drawn with; its long side is `long`. */
  readonly width: number
  readonly height: number
  /** What its QR code says. */
  readonly says: string
}

interface Look {
  readonly title: string
  readonly under: string
  readonly paper: readonly string[]
  readonly border: readonly string[]
  readonly title2: string
  readonly ratio: number
  readonly portrait: boolean
  readonly fields: readonly string[]
}

const fields = ['名称', '类型', '法定代表人', '经营范围', '注册资本', '成立日期', '住所']
const looks: Record<Layout, Look> = {
  copy: {
    ...{ title: '营业执照', under: '副本', ratio: 297 / 210, portrait: false, fields },
    ...{ paper: ['#fbf8ec', '#f7f4ea', '#fffdf4'], border: ['#b99a57', '#c2a15a', '#a98b45'], title2: '#2b2a26' },
  },
  original: {
    ...{ title: '营业执照', under: '正本', ratio: 420 / 297, portrait: false, fields },
    ...{ paper: ['#f6f2e2', '#fdfaf0'], border: ['#c9a64e', '#b8892c'], title2: '#1f1d1a' },
  },
  old: {
    ...{ title: '营业执照', under: '副本', ratio: 297 / 210, portrait: true, fields },
    ...{ paper: ['#eef3e6', '#f3f0e4', '#f5ece6'], border: ['#8a5a3c', '#5c7a52', '#9c3b34'], title2: '#3a2a20' },
  },
  'sole-trader': {
    ...{ title: '个体工商户营业执照', under: '副本', ratio: 297 / 210, portrait: false },
    ...{ fields: ['名称', '组成形式', '经营者', '经营范围', '注册日期', '经营场所'] },
    ...{ paper: ['#fbf8ec', '#faf5e8'], border: ['#b99a57', '#cdaa5c'], title2: '#2b2a26' },
  },
  permit: {
    ...{ title: '食品经营许可证', under: '正本', ratio: 297 / 210, portrait: true },
    ...{ fields: ['经营者名称', '法定代表人', '住所', '经营场所', '主体业态', '经营项目', '有效期至'] },
    ...{ paper: ['#f4f8fb', '#fbfbf5'], border: ['#3f7fb5', '#4a8f6b', '#b58f3f'], title2: '#a3302a' },
  },
}

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** 18 characters that pass GB 32100-2015 and, inside it, GB 11714. */
export function creditCode(chance: Chance): string {
  const region = chance.pick(['330102', '440305', '510107', '350211', '610113', '120104'])
  const body = `MA${Array.from({ length: 6 }, () => alphabet[chance.below(31)]).join('')}`
  const inner = [3, 7, 9, 10, 5, 8, 4, 2].reduce((sum, weight, i) => sum + weight * parseInt(body[i] ?? '0', 36), 0)
  const last = 11 - (inner % 11)
  const first = `${chance.pick(['91', '92'])}${region}${body}${last === 10 ? 'X' : last === 11 ? '0' : last}`
  let weight = 1
  let sum = 0
  for (const character of first) {
    sum += alphabet.indexOf(character) * weight
    weight = (weight * 3) % 31
  }
  return first + alphabet[(31 - (sum % 31)) % 31]
}

const shops = ['小满面馆', '青禾百货', '云岭茶业', '北望书屋', '三元里水果店', '南山鲜花行', '和顺五金', '东篱服饰']
const towns = ['杭州市上城区', '成都市武侯区', '厦门市湖里区', '西安市雁塔区', '天津市河西区']
const scope = '许可项目：食品销售；餐饮服务。一般项目：日用百货销售；农副产品销售；互联网销售；组织文化艺术交流活动。'

function seal(x: number, y: number, r: number, style: Style): string {
  return `<g opacity="0.82"><circle cx="${x}" cy="${y}" r="${r}" fill="none" stroke="#c8342c" stroke-width="${r * 0.07}"/>${words('样章', x - r * 0.55, y + r * 0.2, r * 0.55, '#c8342c', style)}</g>`
}

/** A line of the body: its label, and what stands behind it on one or several lines. */
function body(look: Look, chance: Chance, w: number, h: number, ink: string, style: Style): string {
  const size = w * (look.portrait ? 0.021 : 0.0148)
  const left = w * 0.09
  const name = `${chance.pick(towns)}${chance.pick(shops)}`
  const perLine = look.portrait ? 24 : 34
  const step = (h * 0.5) / (look.fields.length + 2)
  let y = h * 0.38
  return look.fields
    .map((label) => {
      const said =
        label === '经营范围' || label === '经营项目'
          ? scope
          : label.includes('名称')
            ? name
            : chance.pick([
                '有限责任公司',
                '2021 年 3 月 18 日',
                '陈小满',
                '壹佰万元整',
                `${chance.pick(towns)}样例路 18 号`,
              ])
      const lines = said.match(new RegExp(`.{1,${perLine}}`, 'g')) ?? []
      const drawn = [
        words(label, left, y, size, ink, style),
        ...lines.map((line, i) => words(line, left + size * 7, y + i * size * 1.5, size, ink, style)),
      ].join('')
      y += Math.max(step, lines.length * size * 1.6)
      return drawn
    })
    .join('')
}

/** `long`: px of its longer side. */
export async function drawPaper(
  layout: Layout,
  chance: Chance,
  long: number,
  weights: readonly number[],
): Promise<Paper> {
  const look = looks[layout]
  const short = Math.round(long / look.ratio)
  const [w, h] = look.portrait ? [short, long] : [long, short]
  const style = { weight: chance.pick(weights), stretch: 0.94 + chance.next() * 0.1 }
  const bold = { ...style, weight: Math.min(900, style.weight + 300) }
  const ink = chance.pick(['#232323', '#2f2b26', '#1c2430'])
  const border = chance.pick(look.border)
  const code = creditCode(chance)
  const says = layout === 'permit' ? `许可证编号:JY${code.slice(2, 16)}` : `https://zt.gsxt.gov.cn/?uniscid=${code}`
  const qr = (await QRCode.toString(says, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' })).replace(
    /^[^]*?<svg/,
    `<svg x="${w * 0.78}" y="${h * 0.1}" width="${long * 0.105}" height="${long * 0.105}"`,
  )
  const titleSize = Math.min((w * 0.42) / look.title.length, long * 0.05)
  const titleX = w / 2 - (titleSize * look.title.length) / 2
  const inset = long * 0.028
  const frame = (at: number, stroke: number) =>
    `<rect x="${at}" y="${at}" width="${w - at * 2}" height="${h - at * 2}" fill="none" stroke="${border}" stroke-width="${stroke}"/>`
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}"><rect width="${w}" height="${h}" fill="${chance.pick(look.paper)}"/>`,
    frame(inset, long * (0.004 + chance.next() * 0.006)),
    frame(inset * 1.5, long * 0.0012),
    layout === 'old' ? '' : qr,
    words(look.title, titleX, h * 0.19, titleSize, look.title2, bold),
    words(look.under, w / 2 - titleSize * 0.5, h * 0.19 + titleSize * 0.9, titleSize * 0.45, ink, style),
    words(
      `统一社会信用代码 ${code}`,
      w * 0.07,
      h * 0.12 + (look.portrait ? titleSize : 0) * 0,
      long * 0.0115,
      ink,
      style,
    ),
    body(look, chance, w, h, ink, style),
    seal(w * 0.8, h * 0.8, long * 0.055, style),
    words('登记机关', w * 0.66, h * 0.88, long * 0.014, ink, style),
    words('样例，非真实证照', w * 0.08, h * 0.925, long * 0.0102, '#6a5f4b', style),
    '</svg>',
  ].join('')
  return { svg, width: w, height: h, says }
}
