/** What a run of the measures writes to .cache/weapp-figures.json; the report and the bench read it. */
export interface Sent {
  readonly calls: number
  readonly bytes: number
}

export interface PageFigures extends Sent {
  readonly name: string
  /** Of the first setData. */
  readonly first: number
  readonly nodes: number
  readonly depth: number
  readonly widest: number
  /** Sources of its pictures. */
  readonly images: readonly string[]
  /** Pictures without a mode: WeChat would stretch them. */
  readonly stretched: number
}

export interface Interaction extends Sent {
  readonly name: string
}

export interface Twins {
  readonly name: string
  readonly ours: Sent
  readonly native: Sent
}

export interface Figures {
  readonly pages: readonly PageFigures[]
  readonly interactions: readonly Interaction[]
  readonly twins: readonly Twins[]
  readonly errors: readonly string[]
  /** Attributes sent that no template reads. */
  readonly unread: readonly string[]
  /** Calls of interfaces that WeChat calls deprecated. */
  readonly deprecated: readonly string[]
  /** Most calls of the network at once during a start. */
  readonly requestsAtStart: number
}

export const figuresFile = '.cache/weapp-figures.json'
