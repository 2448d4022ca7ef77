/** Ways through the app that several tests take, by the words on the screen. */
import type { Running } from './launch'

/** From the first page through the four questions, to where the last answer leads. */
export async function answerQuestions(app: Running, answers: readonly string[], industry = '面馆'): Promise<void> {
  await app.tap('回答 4 个问题，开始')
  for (const answer of answers) {
    await app.tap(answer)
    await app.tap('下一题')
  }
  await app.type('.search input', industry)
  await app.tap('.option')
  await app.tap('看我的路线')
}

/** A company without a service account that wants both: the longest route. */
export const both = ['企业', '没有', '要，一起办']
/** A sole trader who wants the mini-program only: the shortest. */
export const standalone = ['个体工商户', '没有', '不要，只办小程序']
