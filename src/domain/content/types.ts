/**
 * The shapes of everything the product says. Content is data: each piece has an id and names its
 * sources, each source has a date (sources.ts), so every sentence a merchant reads can be traced.
 *
 * Ids are `[a-z0-9-]{1,40}` because they become parts of entry keys (domain/entries.ts).
 */
import type { AnySourceId } from './sources'

/** Every piece of content. `uncertain` is the sentence that tells the merchant what is not confirmed. */
export interface Piece {
  readonly id: string
  readonly sources: readonly [AnySourceId, ...AnySourceId[]]
  readonly uncertain?: string
}

export type QuestionId = 'subject' | 'service-account' | 'wants-service-account' | 'industry'
export type SubjectId = 'company' | 'sole-trader' | 'person'
export type ServiceAccountId = 'certified' | 'registered' | 'none'
export type RouteId = 'not-eligible' | 'reuse' | 'certify-then-reuse' | 'service-account-first' | 'standalone'
export type GuideId =
  'register-service-account' | 'certify-service-account' | 'reuse' | 'register-standalone' | 'finish-setup'

/** What the merchant answered: question id -> option id. Unanswered questions are absent. */
export type Answers = { readonly [question in QuestionId]?: string }

/** When a piece applies. Evaluated by domain/condition.ts over the answers and the route they give. */
export type Condition =
  | { readonly answer: QuestionId; readonly in: readonly string[] }
  | { readonly guide: GuideId } // the route contains this guide
  | { readonly permits: 'needed' } // the industry asks for at least one permit
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }

export interface Option extends Piece {
  readonly label: string
  readonly note?: string
}

export interface Question extends Piece {
  readonly id: QuestionId
  readonly title: string
  readonly why: string
  readonly options: readonly Option[]
  /** Absent: always asked. The industry question's options are the industries. */
  readonly asked?: Condition
  /** 不确定？教你怎么查 */
  readonly help?: { readonly title: string; readonly lines: readonly string[] }
}

export interface Route extends Piece {
  readonly id: RouteId
  readonly title: string
  readonly summary: string
  readonly when: string
  readonly guides: readonly GuideId[]
  /** not-eligible only: what the person can do instead. */
  readonly remedies?: readonly string[]
}

/** One named check of domain/checks (checks/registry.ts maps the name to the function). */
export type CheckId =
  | 'credit-code' // 18-character code, or 15 digits: the licence's number
  | 'food-operation-permit'
  | 'food-production-permit'
  | 'email'
  | 'account-name'
  | 'introduction'
  | 'phone'
  | 'app-id'

export interface Field {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly example?: string
  readonly input: 'text' | 'email' | 'phone' | 'code' | 'digits' | 'lines' | 'choice' | 'date'
  readonly choices?: readonly { readonly id: string; readonly label: string; readonly note?: string }[]
  readonly check?: CheckId
  /** What the check refuses is kept all the same, with the reason as a warning: papers differ by region. */
  readonly soft?: true
  readonly optional?: true
  /** Asked beside the photo of this slot. */
  readonly slot?: string
  /** Stays on this phone: stored under `l.<material>.<field>`, never sent, exported or shared. */
  readonly local?: true
  readonly applies?: Condition
}

export interface Slot {
  readonly id: string
  readonly label: string
  /** The document's shape on paper, for the capture frame. */
  readonly shape: 'landscape' | 'portrait' | 'square'
  readonly pages?: 'many'
  readonly optional?: true
}

export interface Statement {
  readonly id: string
  readonly text: string
  readonly note?: string
}

/**
 * Something to have ready. A material may ask for several parts at once: photos (slots), texts
 * (fields) and a confirmation (statements, ticked together as `c.<material>`). It is done when every
 * part that is not optional is there. `group` says where the checklist lists it.
 */
export interface Material extends Piece {
  readonly group: 'photo' | 'text' | 'confirm'
  /** `result`: not to be prepared but learnt on the way (the AppID); asked at a step, not in the checklist. */
  readonly stage?: 'result'
  readonly title: string
  /** The second line in the checklist while it is not done. */
  readonly summary: string
  readonly icon: string
  readonly why: string
  readonly accepted: readonly string[]
  readonly applies?: Condition
  /** Shown after 「不适用：」. */
  readonly notApplicable?: string
  readonly optional?: true
  /** `industry`: the slots are the permits of the merchant's industry. */
  readonly slots?: readonly Slot[] | 'industry'
  readonly fields?: readonly Field[]
  readonly statements?: readonly Statement[]
  readonly cautions?: readonly Caution[]
}

export interface Permit extends Piece {
  readonly title: string
  /** Issued by / looks like, in a few words. */
  readonly note?: string
  readonly shape: 'landscape' | 'portrait'
  readonly check?: CheckId
}

/** `any`: one of these is enough (N 选 1). `all`: every one (同时). */
export type PermitRule =
  | { readonly permit: string; readonly scope?: string }
  | { readonly any: readonly PermitRule[] }
  | { readonly all: readonly PermitRule[] }

export interface Industry extends Piece {
  /** What the merchant calls it. */
  readonly label: string
  readonly group: 'eat' | 'shop' | 'life' | 'travel' | 'health' | 'learn' | 'car' | 'business'
  /** The official 类目, as the back end shows it. */
  readonly category: string
  /** Absent: nothing is asked beyond the business licence. */
  readonly permits?: PermitRule
  readonly note?: string
  /** Other words people search by. */
  readonly words?: readonly string[]
}

export interface Fee extends Piece {
  readonly label: string
  /** Yuan, smallest and largest the merchant should be ready for. */
  readonly yuan: readonly [min: number, max: number]
  readonly per: 'year' | 'once'
  readonly applies: Condition
  readonly note?: string
  /** Who is paid, where it is not WeChat: an operator's own fee. */
  readonly payee?: string
}

/** What the fee card must also say (what changed, since when). */
export interface FeeNote extends Piece {
  readonly title: string
  readonly text: string
  readonly applies?: Condition
}

/** Where the value of a field to fill in comes from. */
export type ValueSource =
  | { readonly entry: string } // an entry key: t.… or l.…
  | { readonly text: string } // the same for everybody
  | { readonly photo: string } // a material id: taken from the photos
  | { readonly onPage: string } // typed on the official page only, never kept here; says why

export interface StepField {
  readonly label: string // exactly as the page shows it
  readonly hint?: string
  readonly value: ValueSource
  readonly applies?: Condition
}

export interface Instruction {
  readonly text: string
  readonly note?: string
}

export interface Caution {
  readonly level: 'info' | 'caution' | 'stop'
  readonly title: string
  readonly text: string
}

/**
 * A clock that starts when its step or part is ticked. `deadline`: something must be done before it
 * runs out. `wait`: somebody else is at work. It ends when `until` is ticked (a step or part of any
 * guide, `<guide>.<id>`), or, without `until`, when the time is over.
 */
export interface Clock {
  readonly id: string
  readonly kind: 'deadline' | 'wait'
  readonly title: string // 「做完认证」, follows 「12 月 3 日前」
  readonly amount: number
  readonly unit: 'day' | 'workday' | 'hour'
  readonly consequence: string // 「过了 30 天要重新提交」
  readonly remedy: string // what to do when it has passed
  readonly until?: string
  /** Also over when one of these is ticked, whenever that was: who is that far has it behind them. */
  readonly passedBy?: readonly string[]
  /** Over when this is ticked after the clock started: things took another turn. */
  readonly replacedBy?: string
  /** Days before the end at which it is shown as near; 365-day clocks name several. */
  readonly remindDays?: readonly number[]
}

/** A part of a step that is ticked on its own, because a clock starts there. */
export interface Part {
  readonly id: string // unique within the guide, also among the steps
  readonly title: string
  readonly text: string
  /** Only some merchants have it (小额打款): it never holds the step up. */
  readonly optional?: true
  readonly clock?: Clock
}

/** Done when every part that is not optional is ticked; without such parts, when it is ticked itself. */
export interface Step extends Piece {
  readonly title: string
  readonly device: 'computer' | 'phone' | 'both'
  readonly minutes: number
  /** An address to copy to the computer. */
  readonly address?: { readonly label: string; readonly url: string }
  readonly instructions: readonly [Instruction, ...Instruction[]] // at most three
  readonly fields?: readonly StepField[]
  readonly cautions?: readonly Caution[]
  /** Ids of content/errors. */
  readonly errors?: readonly string[]
  readonly parts?: readonly Part[]
  readonly clock?: Clock
  /** A `result` material asked for at this step. */
  readonly asks?: string
  /** Nothing to do but wait: the card says so, and this is the button's text. */
  readonly waiting?: { readonly title: string; readonly done: string }
  /** Steps that must be ticked first, `<guide>.<step>`; the page says so, it does not forbid. */
  readonly after?: readonly string[]
  /** The numbered steps of the source guides that this step carries, e.g. '004/5', '000/2.4'. */
  readonly covers?: readonly string[]
}

/** What only a step's own page says. Everything else of it is its outline, which the rules work with. */
export type StepText =
  'instructions' | 'fields' | 'cautions' | 'errors' | 'address' | 'covers' | 'sources' | 'uncertain'

/** A part as the rules tick it; its text stands on its step's page. */
export type PartOutline = Omit<Part, 'text'>

export interface StepOutline extends Omit<Step, StepText | 'parts'> {
  readonly parts?: readonly PartOutline[]
  /** The first instruction in a sentence: what the start page says of the step. */
  readonly lead?: string
}

export interface GuideOutline extends Pick<Guide, 'id' | 'title'> {
  readonly steps: readonly StepOutline[]
}

export type RouteOutline = Omit<Route, 'sources' | 'remedies'>
export type FeeOutline = Omit<Fee, 'sources'>
export type FeeNoteOutline = Omit<FeeNote, 'sources'>
export type OptionOutline = Omit<Option, 'sources'>

export interface QuestionOutline extends Omit<Question, 'sources' | 'help' | 'why' | 'options'> {
  readonly options: readonly OptionOutline[]
}

/** A field as the rules check it; what helps to fill it in stands on its material's page. */
export type FieldOutline = Omit<Field, 'hint' | 'example'>

export interface MaterialOutline extends Omit<
  Material,
  'why' | 'accepted' | 'cautions' | 'sources' | 'uncertain' | 'fields' | 'statements'
> {
  readonly fields?: readonly FieldOutline[]
  readonly statements?: readonly Pick<Statement, 'id'>[]
}

export type PermitOutline = Omit<Permit, 'note' | 'sources' | 'uncertain'>
export type IndustryOutline = Pick<Industry, 'id' | 'label' | 'permits' | 'note' | 'uncertain'>

export interface Guide extends Piece {
  readonly id: GuideId
  readonly title: string
  readonly goal: string
  readonly before?: readonly string[] // what to have at hand
  readonly steps: readonly Step[]
}

/** An error text of the official pages, with what to do about it. */
export interface ErrorRemedy extends Piece {
  /** As the page shows it; for a code, the code and its text. */
  readonly said: string
  readonly where: string
  readonly cause: string
  readonly remedies: readonly [string, ...string[]]
  readonly words?: readonly string[]
  readonly goto?: { readonly material: string } | { readonly guide: GuideId; readonly step: string }
  /** Shown when nothing has been typed yet. */
  readonly frequent?: true
}

/**
 * What the rules take. Its one source is the content; the phone's main package holds only this much of it,
 * its subpackages the rest (content/parts).
 */
export interface Outline extends Pick<Content, 'feesChecked'> {
  readonly questions: readonly QuestionOutline[]
  readonly routes: readonly RouteOutline[]
  readonly fees: readonly FeeOutline[]
  readonly feeNotes: readonly FeeNoteOutline[]
  readonly materials: readonly MaterialOutline[]
  readonly permits: readonly PermitOutline[]
  readonly guides: readonly GuideOutline[]
  readonly industries: readonly IndustryOutline[]
}

/** The whole of it. Assembled in content/content.ts. */
export interface Content {
  readonly questions: readonly Question[]
  readonly routes: readonly Route[]
  readonly materials: readonly Material[]
  readonly permits: readonly Permit[]
  readonly industries: readonly Industry[]
  readonly fees: readonly Fee[]
  /** The day on which the operator checked the fees; absent: the content's own day. */
  readonly feesChecked?: string
  readonly feeNotes: readonly FeeNote[]
  readonly guides: readonly Guide[]
  readonly errors: readonly ErrorRemedy[]
}
