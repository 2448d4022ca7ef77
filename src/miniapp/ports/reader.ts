/** What the phone itself can make out on a photo, without sending it anywhere. */
export interface Printed {
  /** What QR codes say. */
  readonly codes: readonly string[]
  /** Recognised print, in no certain order. */
  readonly lines: readonly string[]
}

export interface PhotoReader {
  /** `tap`: the platform may ask for a permission, so only within a tap. `never`: this phone cannot. */
  readonly when: 'always' | 'tap' | 'never'
  /** null: it could not be looked at. Never throws. */
  read(path: string): Promise<Printed | null>
}
