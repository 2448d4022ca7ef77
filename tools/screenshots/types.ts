/**
 * The description of a schematic picture (示意图): what the official page shows, reduced to what a step
 * needs, and which parts of it the step asks for. Pictures are data; html.ts draws them, alt.ts says
 * them in words. Texts in quotes on the page are the official labels, legal text is only bars.
 */
import type { GuideId } from '#domain/content/types'

/** The highlight of a target. */
export interface Hit {
  /** The step's instruction that this target belongs to, counted from 1. */
  readonly no: 1 | 2 | 3
  /** A word on the frame, at most nine characters. */
  readonly say?: string
  /** The frame's bottom edge carries the word, where the top has no room. */
  readonly sayBelow?: true
  /** Where on the page, for the text alternative only: 「右上角」. */
  readonly where?: string
}

export interface Mark {
  readonly hit?: Hit
  /** The neighbour that is taken by mistake: drawn with 「不是这个」. */
  readonly not?: true
}

export interface Button extends Mark {
  readonly label: string
  /** Outlined instead of filled. */
  readonly quiet?: true
}

export interface ChoiceItem extends Mark {
  /** May hold one line break. */
  readonly label: string
  /** Width of the grey bar below, in percent: the page explains the choice there. */
  readonly bone?: number
  readonly on?: true
  readonly soft?: true
  /** Heavier and larger: the choice is a heading on the page. */
  readonly strong?: true
}

export interface Tile extends Mark {
  /** An array is a title broken by hand. */
  readonly title: string | readonly string[]
  readonly note?: string
  readonly button?: Button
}

export interface ListItem extends Mark {
  readonly title: string
  readonly tag?: string
  readonly bone?: number
  readonly button?: Button
  readonly note?: string
}

export interface MenuItem extends Mark {
  /** Absent: a grey bar. */
  readonly label?: string
}

/** A text message; each string is a line of it, broken by hand. */
export interface Message extends Mark {
  readonly lines: readonly string[]
}

export interface Beside extends Mark {
  readonly kind: 'button' | 'link' | 'captcha'
  readonly text?: string
}

export type Element = Mark &
  (
    | {
        readonly kind: 'heading'
        readonly text: string
        readonly level?: 1 | 2
        readonly centred?: true
        readonly button?: Button
      }
    | {
        readonly kind: 'words'
        readonly text: string
        readonly soft?: true
        readonly centred?: true
        readonly strong?: true
      }
    | { readonly kind: 'bones'; readonly widths: readonly number[]; readonly centred?: true }
    | { readonly kind: 'rule' }
    /** `at` counts from 1. `brief`: only the current name has room in the crop. */
    | { readonly kind: 'stepper'; readonly names: readonly string[]; readonly at: number; readonly brief?: true }
    /** A line of a form. */
    | {
        readonly kind: 'row'
        /** As the page shows it; an array is broken by hand. */
        readonly label: string | readonly string[]
        readonly body: readonly Element[]
        /** What the guide calls this field, where the page's label alone would not do: 「联系人姓名」 for 「姓名」. */
        readonly field?: string
        /** The page has it, but the guide gives no value for it: it is chosen, or left, on the page. */
        readonly free?: true
      }
    /** Several lines of a form in one frame. */
    | { readonly kind: 'rows'; readonly body: readonly Element[] }
    | {
        readonly kind: 'input'
        readonly text?: string
        readonly dots?: true
        readonly select?: true
        readonly hint?: number
        readonly beside?: readonly Beside[]
      }
    | { readonly kind: 'tabs'; readonly items: readonly (Mark & { readonly label: string; readonly width?: number })[] }
    | { readonly kind: 'choice'; readonly items: readonly ChoiceItem[]; readonly many?: true; readonly inline?: true }
    | { readonly kind: 'buttons'; readonly items: readonly Button[]; readonly align?: 'left' | 'right' }
    | { readonly kind: 'tiles'; readonly columns: 1 | 2; readonly items: readonly Tile[] }
    | { readonly kind: 'list'; readonly items: readonly ListItem[] }
    | { readonly kind: 'code'; readonly caption?: string; readonly size?: number }
    /** The columns of an open drop-down list. */
    | { readonly kind: 'menu'; readonly columns: readonly (readonly MenuItem[])[] }
    /** Two things side by side. */
    | { readonly kind: 'pair'; readonly body: readonly [Element, Element] }
    /** A phone with a button on it, or with a message. */
    | { readonly kind: 'phone'; readonly title?: string; readonly message?: Message; readonly button?: Button }
    /** A short notice that goes away by itself. */
    | { readonly kind: 'toast'; readonly text: string }
    | { readonly kind: 'circles'; readonly labels: readonly string[] }
    | { readonly kind: 'art'; readonly name: 'mail' | 'caution' | 'done' | 'upload' | 'photo' }
    | { readonly kind: 'upload'; readonly label: string }
    /** Files to choose from; one without a name does not matter. */
    | { readonly kind: 'photos'; readonly items: readonly MenuItem[] }
    | { readonly kind: 'link'; readonly text: string }
    | {
        readonly kind: 'mails'
        readonly items: readonly (Mark & { readonly from: string; readonly subject: string })[]
      }
    | { readonly kind: 'group'; readonly body: readonly Element[] }
  )

/** The element of one kind. */
export type Of<K extends Element['kind']> = Extract<Element, { readonly kind: K }>

export interface SideItem extends Mark {
  /** Absent: a grey bar, an entry that does not matter here. */
  readonly label?: string
  /** Indented under the one before. */
  readonly inner?: true
  readonly on?: true
}

export interface Dialog {
  readonly title: string
  readonly body: readonly Element[]
  readonly buttons?: readonly Button[]
}

/**
 * The whole page around what the crop shows, as wide as on a computer. One description, two pictures:
 * whole.ts puts this and the crop's body together.
 */
export interface Whole {
  /** Above the crop's part, below the page's stepper. */
  readonly above?: readonly Element[]
  readonly below?: readonly Element[]
  /** At the right of the crop's part. */
  readonly beside?: readonly Element[]
  readonly side?: readonly SideItem[]
  readonly bar?: NonNullable<Picture['bar']>
}

export interface Picture {
  /** '<guide>/<step>', the second picture of a step '<guide>/<step>-2'. */
  readonly id: `${GuideId}/${string}`
  /** What is pictured, for the text alternative: 「账号注册页」. */
  readonly page: string
  /** In the browser bar, without a path. Absent: the platform's; null: no browser. */
  readonly address?: string | null
  /** The address itself is what the step asks for. */
  readonly addressHit?: Hit
  /** The white bar of the public pages. */
  readonly bar?: { readonly title: string; readonly items: readonly Button[] }
  readonly side?: readonly SideItem[]
  readonly body: readonly Element[]
  /** A pop-up above the page. */
  readonly dialog?: Dialog
  /** Width of the form's labels in px of the crop; 136 unless told. */
  readonly labels?: number
  /** The page is drawn a second time, whole. */
  readonly whole?: Whole
  /** This is that second picture: 1,600 px wide, to be zoomed into. */
  readonly wide?: { readonly beside?: readonly Element[] }
}
