import { addGlobalErrorListener, removeGlobalErrorListener } from 'glass-easel'
import { messageOf } from './wx/answer'

/** Everything that went wrong, in words. An unhandled rejection fails the test by itself. */
export function createReport(before: readonly string[]) {
  const errors = [...before]
  const warnings: string[] = []
  const inWords = (words: readonly unknown[]) =>
    words.map((word) => (word instanceof Error ? (word.stack ?? word.message) : messageOf(word))).join(' ')
  const report = (...words: unknown[]) => void errors.push(inWords(words))
  const guarded = (run: () => void) => {
    try {
      run()
    } catch (error) {
      report(error)
    }
  }
  const heard = (error: unknown) => {
    report(error)
    return false
  }
  addGlobalErrorListener(heard)
  return {
    errors,
    warnings,
    report,
    guarded,
    console: {
      log: () => undefined,
      info: () => undefined,
      debug: () => undefined,
      warn: (...words: unknown[]) => void warnings.push(inWords(words)),
      error: report,
    },
    stop: () => removeGlobalErrorListener(heard),
  }
}
