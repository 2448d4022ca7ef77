/**
 * The person's answers to WeChat's own question about the privacy statement, interface by interface. WeChat
 * asks before the interface does anything; a refusal is its own failure, with these words.
 */
import { Refused } from './wx/answer'

const words = {
  refused: 'privacy permission is not authorized',
  undeclared: 'api scope is not declared in the privacy agreement',
} as const

export interface PrivacyAnswers {
  /** By the interface's name; what is not named is granted. */
  readonly answers: Map<string, keyof typeof words>
  /** Every call of an interface that was refused. */
  readonly asked: string[]
  /** For `launch`: puts the question before these interfaces. */
  readonly alter: (wx: Record<string, unknown>) => void
}

type Api = (options: { readonly fail?: (reply: { readonly errMsg: string }) => void }) => unknown

export function privacyAnswers(names: readonly string[]): PrivacyAnswers {
  const answers: PrivacyAnswers['answers'] = new Map()
  const asked: string[] = []
  const guarded =
    (name: string, api: Api): Api =>
    (options) => {
      const answer = answers.get(name)
      if (answer === undefined) return api(options)
      asked.push(name)
      const reply = { errMsg: `${name}:fail ${words[answer]}` }
      if (options.fail) return void Promise.resolve().then(() => options.fail?.(reply))
      return Promise.reject(reply)
    }
  return {
    answers,
    asked,
    alter(wx) {
      for (const name of names) {
        const api = wx[name]
        if (typeof api !== 'function') throw new Refused(`the fake has no ${name}`)
        wx[name] = guarded(name, api as Api)
      }
    },
  }
}
