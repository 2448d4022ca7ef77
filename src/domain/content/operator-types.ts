/**
 * What an operator (the company that gives this app to its merchants) may say otherwise than we do:
 * the shapes of operator.ts. tools/operator.ts makes such a module from a folder of JSON files, after
 * checking every word of it; docs/operator/white-label.md describes the folder.
 */
import type { Sentences, Situation } from './rep'
import type { Source } from './sources'
import type { Fee, FeeNote, GuideId, Industry, Material, Permit, Step } from './types'

export interface Brand {
  /** In the navigation bar, share cards and file names. Never with 微信 or WeChat in it. */
  readonly name: string
  /** Where the name has no room. */
  readonly shortName: string
  /** Who keeps the merchant's data; named on the privacy pages. */
  readonly company?: string
  readonly contact?: Contact
  /** Of the company: whom the merchant asks about their data, and where that is explained at length. */
  readonly privacy?: { readonly email?: string; readonly address?: string; readonly url?: string }
}

export interface Contact {
  readonly phone?: string
  /** The id to search for in WeChat. */
  readonly wechat?: string
  /** When somebody answers: 「周一到周五 9:00–18:00」. */
  readonly hours?: string
}

/** `#RRGGBB` of the tokens that styles cannot reach: navigation bar, tab bar, the platform's dialogs. */
export interface Palette {
  readonly page: string
  readonly card: string
  readonly 'ink-3': string
  readonly accent: string
  readonly red: string
}

/** A piece of an existing id with other values; what is not named stays. */
export type Change<T> = Partial<Omit<T, 'id'>> & { readonly id: string }

export interface Changes<T> {
  readonly add?: readonly T[]
  readonly change?: readonly Change<T>[]
  readonly remove?: readonly string[]
}

export interface ExtraMaterial {
  /** The material it is listed after; absent: the last of its group. */
  readonly after?: string
  readonly material: Material
}

export interface ExtraStep {
  readonly guide: GuideId
  /** The step it comes after; absent: the guide's first. */
  readonly after?: string
  readonly step: Step
}

export interface Overrides {
  /** The day on which the operator checked the fees, ISO date. */
  readonly feesChecked?: string
  readonly fees?: Changes<Fee>
  readonly feeNotes?: Changes<FeeNote>
  readonly permits?: Changes<Permit>
  readonly industries?: Changes<Industry>
  readonly materials?: readonly ExtraMaterial[]
  readonly steps?: readonly ExtraStep[]
  /** Address of a text (texts.ts) -> what it says instead; a list of sentences as a whole. */
  readonly texts?: Readonly<Record<string, string | readonly string[]>>
  /** What a rep may write to a merchant, instead of ours (rep.ts). */
  readonly nudges?: { readonly [situation in Situation]?: Sentences }
}

/** Sources of the operator's own, by `op-…` id. */
export type OperatorSources = Readonly<Record<string, Source>>

/** A picture of a step, in the guide package; ours are listed beside the captures of the same step. */
export interface OperatorPicture {
  readonly file: string
  /** px */
  readonly width: number
  readonly height: number
  readonly alt: string
  /** full: a whole page, to be zoomed into; capture: of the real page. */
  readonly kind?: 'full' | 'capture'
  /** A number on the picture, and the labels of the page's fields that it frames. */
  readonly hits?: readonly { readonly no: number; readonly fields: readonly string[] }[]
}
