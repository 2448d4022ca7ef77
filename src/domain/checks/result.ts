/**
 * What every check answers: a value, never a throw. `message`, `warnings` and `suggestion` are shown to
 * people, so they are short Chinese. Warnings do not refuse: the merchant may know better than a rule
 * that only guesses. A suggestion is a value that passes the same check; it is offered, never applied.
 */

/** Why a text is refused. */
export type CheckError =
  | 'empty'
  | 'length'
  | 'format' // characters that cannot be there
  | 'component' // a part that cannot be so, like letters in a region code
  | 'checksum'
  | 'refused' // known not to be accepted
  | 'taken' // clashes with another field
  | 'choice' // none of the choices

export interface CheckPassed {
  readonly ok: true
  /** Normalised: what is kept. */
  readonly value: string
  readonly warnings?: readonly string[]
  readonly suggestion?: string
}

export interface CheckFailed {
  readonly ok: false
  readonly error: CheckError
  readonly message: string
  readonly suggestion?: string
}

export type CheckResult = CheckPassed | CheckFailed
export type Check = (text: string) => CheckResult

export const passed = (value: string, warnings: readonly string[] = []): CheckPassed =>
  warnings.length > 0 ? { ok: true, value, warnings } : { ok: true, value }

export const failed = (error: CheckError, message: string, suggestion?: string): CheckFailed =>
  suggestion === undefined ? { ok: false, error, message } : { ok: false, error, message, suggestion }

/** 「18 位」: a figure and its unit stay on one line. */
export const amount = (figure: number, unit: string): string => `${figure}\u00a0${unit}`
