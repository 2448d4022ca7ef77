/** What the measures of a photograph mean. Every fault warns, none forbids: the thresholds are never the official form's. */
import type { Measures } from './measure'

export const faults = ['cut', 'small', 'blurred', 'glare', 'dark', 'grey', 'tilted'] as const
export type Fault = (typeof faults)[number]

/** px; filing asks for 1500×1100 of the licence (record_material), the other papers are held to the same. */
export const fullSize = { long: 1500, short: 1100 } as const
/** px of the paper itself: about 100 dots an inch of A4, below which 8-point print falls apart. */
const paperLong = 1200
/** sharpness.ts: a blur of 1/500 of the paper's longer side comes to about this. */
const sharp = 0.055
/** 0–255: bare paper darker than this, all over or in its darkest eighth. */
const dim = 80
const dimPart = 70
/** Of the paper. */
const glaring = 0.002
const colourless = 0.002
/** Degrees, and how many times longer one side is than the one opposite. */
const turned = 6.5
const leaning = 1.2

const tests: Record<Fault, (m: Measures) => boolean> = {
  cut: ({ document }) => document !== null && document.cut.some(Boolean),
  small: ({ width, height, long }) =>
    Math.max(width, height) < fullSize.long || Math.min(width, height) < fullSize.short || long < paperLong,
  blurred: ({ sharpness }) => sharpness !== null && sharpness < sharp,
  glare: ({ light }) => light.glare >= glaring,
  dark: ({ light }) => light.paper < dim || light.darkest < dimPart,
  grey: ({ paper, light }) => paper && light.coloured < colourless,
  tilted: ({ turned: angle, lean }) => Math.abs(angle) > turned || lean > leaning,
}

/** The gravest first. */
export const faultsOf = (measures: Measures): readonly Fault[] => faults.filter((fault) => tests[fault](measures))
