/** A fake of wx's navigation over the page stack. A page opens a moment later, as in WeChat. */
import { type PageStack, parseUrl } from '../page-stack'
import type { Answer, Callbacks } from './answer'

type To = { readonly url: string } & Callbacks

export function routingApis(answer: Answer, stack: () => PageStack) {
  const to = (options: To) => parseUrl(options.url, stack().top()?.path ?? '')
  const moving = (name: 'navigateTo' | 'redirectTo' | 'reLaunch') => (options: To) =>
    answer(name, options, () => {
      const { path, query } = to(options)
      stack()[name](path, query)
      return undefined
    })
  return {
    navigateTo: moving('navigateTo'),
    redirectTo: moving('redirectTo'),
    reLaunch: moving('reLaunch'),
    switchTab: (options: To) =>
      answer('switchTab', options, () => void stack().switchTab(to(options).path) as undefined),
    navigateBack: (options?: { readonly delta?: number } & Callbacks) =>
      answer('navigateBack', options, () => void stack().navigateBack(options?.delta ?? 1) as undefined),
  }
}
