/** `desks`, by desk id: computers that ask for a merchant's photos and texts. */
export interface DeskRecord {
  /** The computer's, hashed. */
  readonly secret: string
  /** What the phone shows of who asks. */
  readonly browser: string
  /** ms; until when it may be approved, or once it is, until when it is open. */
  readonly expires: number
  /** Who approved it. */
  readonly merchant: string | null
  /** Closed on the phone or on the computer, or never let in. */
  readonly revoked: boolean
}
