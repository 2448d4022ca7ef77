/**
 * Typed and pasted Chinese text carries full-width letters, odd hyphens, invisible characters and blanks
 * of many kinds. They are put right before anything is checked; every function here is idempotent.
 * Characters that only look alike (O and 0) are a different matter: see look-alikes.ts.
 *
 * Full-width forms: Unicode 15, block FF00–FFEF. Hyphens: General Punctuation 2010–2015 and their kin.
 */

/** Controls, soft hyphen, zero-width, direction marks, byte order mark. */
const invisible =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g
/** Halves of a surrogate pair: no store takes them. */
const halves = /[\ud800-\udfff]/gu
const blanks = /[\s\u0085\u3164\uffa0]+/g
const hyphens = /[\u2010-\u2015\u2043\u2212\ufe58\ufe63\uff0d]/g
const wide = /[\uff01-\uff5e]/g
const wideLettersAndDigits = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g
/** What a licence prints before a number, often copied with it. */
const label = /^[\u4e00-\u9fff:]+/

const narrow = (text: string, which: RegExp) =>
  text.replace(which, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))

/** Full-width ASCII to ASCII, odd hyphens to `-`. */
export const toHalfWidth = (text: string): string => narrow(text.replace(hyphens, '-'), wide)

/** Only letters and digits: names keep their full-width brackets. */
export const toHalfWidthWords = (text: string): string => narrow(text, wideLettersAndDigits)

/** For text that people read: nothing invisible, one blank at a time, none at the ends. */
export const tidy = (text: string): string =>
  text.replace(halves, '').replace(invisible, '').replace(blanks, ' ').trim()

/** For addresses and numbers that may contain letters of both cases: half-width, no blanks at all. */
export const squeeze = (text: string): string => toHalfWidth(tidy(text)).replace(blanks, '')

/** For codes: no blanks, hyphens or printed label, upper case. */
export const compact = (text: string): string =>
  squeeze(text)
    .replace(/-/g, '')
    .replace(label, '')
    .replace(/[a-z]/g, (char) => char.toUpperCase())
