/** Everything that is measured on one photograph; what it means is said elsewhere (verdicts.ts). */
import { findDocument, sure, type Document } from './document'
import { printedPieces } from './looks'
import { paperLight, type PaperLight } from './paper-light'
import { lumaOf, quantile, type Part, type Pixels, type Point, type Quad } from './pixels'
import { sharpnessOf } from './sharpness'
import { straightened } from './straighten'

/** A decoded photograph, upright. */
export interface Picture {
  /** px */
  readonly width: number
  readonly height: number
  /** A part of it (parts of its size) drawn with width × height px. */
  read(part: Part, width: number, height: number): Pixels | null
}

export interface Measures {
  /** px of the picture. */
  readonly width: number
  readonly height: number
  /** Only when it is sure enough to speak of it. */
  readonly document: Document | null
  /** The measures are the paper's, not of a picture in which no paper was found. */
  readonly paper: boolean
  /** px of the paper's longer side; of the picture's, when no paper was found. */
  readonly long: number
  /** Degrees the paper is turned; how many times longer a side is than the one opposite. */
  readonly turned: number
  readonly lean: number
  readonly light: PaperLight
  /** Of the pieces looked at closely, the second sharpest: one may be out of focus by itself. Null: no print. */
  readonly sharpness: number | null
}

/** px of the longer side of the picture that most is measured on. */
const working = 640
/** px of the paper's longer side at which sharpness is judged; of a piece's sides. */
const judged = 1600
const piece = 288
const pieces = 3
/** What is cut off counts neither as dark nor as glare. */
const unknown = 128
const whole: Part = { x: 0, y: 0, width: 1, height: 1 }
/** Without a paper, the picture without its rim. */
const middle: Quad = [
  { x: 0.08, y: 0.08 },
  { x: 0.92, y: 0.08 },
  { x: 0.92, y: 0.92 },
  { x: 0.08, y: 0.92 },
]

const all: Quad = [
  { x: 0, y: 0 },
  { x: 1, y: 0 },
  { x: 1, y: 1 },
  { x: 0, y: 1 },
]

function sidesOf(corners: Quad, width: number, height: number): readonly number[] {
  return corners.map(({ x, y }, i) => {
    const next = corners[(i + 1) % 4] ?? { x, y }
    return Math.hypot((next.x - x) * width, (next.y - y) * height)
  })
}

/** Mean of the four sides' deviations from level and upright, degrees. */
function turnedOf(corners: Quad, width: number, height: number): number {
  const angles = corners.map(({ x, y }, i) => {
    const next: Point = corners[(i + 1) % 4] ?? { x, y }
    const angle = (Math.atan2((next.y - y) * height, (next.x - x) * width) * 180) / Math.PI - i * 90
    return ((((angle + 180) % 360) + 360) % 360) - 180
  })
  return angles.reduce((sum, angle) => sum + angle, 0) / 4
}

function sharpness(picture: Picture, small: Pixels, corners: Quad, long: number): number | null {
  const side = piece * Math.max(1, long / judged)
  const size = { width: Math.min(0.5, side / picture.width), height: Math.min(0.5, side / picture.height) }
  const scale = Math.min(1, judged / long)
  const found = printedPieces(small, corners, size, pieces).flatMap((part) => {
    const [width, height] = [
      Math.round(part.width * picture.width * scale),
      Math.round(part.height * picture.height * scale),
    ]
    const pixels = picture.read(part, width, height)
    return pixels === null ? [] : (sharpnessOf(lumaOf(pixels)) ?? [])
  })
  return found.length === 0 ? null : quantile(found, 0.5)
}

/** The paper's geometry; of a picture without one, the picture's own size. */
function shapeOf(document: Document | null, { width, height }: Picture) {
  if (document === null) return { across: width, down: height, turned: 0, lean: 1 }
  const [top = 1, right = 1, bottom = 1, left = 1] = sidesOf(document.corners, width, height)
  return {
    across: Math.max(top, bottom),
    down: Math.max(right, left),
    turned: turnedOf(document.corners, width, height),
    lean: Math.max(top / bottom, bottom / top, left / right, right / left),
  }
}

/** The paper without its very edge, straight, 256 px long. */
function innerPaper(small: Pixels, corners: Quad, across: number, down: number): Pixels {
  const inner: Part = { x: 0.025, y: 0.025, width: 0.95, height: 0.95 }
  const side = (length: number) => Math.max(32, Math.round((256 * length) / Math.max(across, down)))
  return straightened(small, whole, corners, inner, side(across), side(down), unknown)
}

/** `straight`: the picture is a paper that was straightened, and nothing else. Null: its pixels cannot be read. */
export function measure(picture: Picture, straight = false): Measures | null {
  const { width, height } = picture
  const k = Math.min(1, working / Math.max(width, height))
  const small = picture.read(whole, Math.max(1, Math.round(width * k)), Math.max(1, Math.round(height * k)))
  if (small === null) return null
  const seen = straight ? null : findDocument(small)
  const document = seen !== null && seen.confidence >= sure ? seen : null
  const corners = document?.corners ?? (straight ? all : middle)
  const { across, down, turned, lean } = shapeOf(document, picture)
  const long = Math.max(across, down)
  return {
    ...{ width, height, document, long, turned, lean },
    paper: document !== null || straight,
    light: paperLight(innerPaper(small, corners, across, down)),
    sharpness: sharpness(picture, small, corners, long),
  }
}
