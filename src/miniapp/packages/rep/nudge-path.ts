import type { Nudge } from '../../stores/rep/merchant-detail'

/** The page that a message opens for the merchant. Nothing in it says who they are: it is their own phone that knows. */
export function pathTo({ opens: { page, query } }: Nudge): string {
  const words = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
  return `/${page}${words.length === 0 ? '' : `?${words.join('&')}`}`
}

/** The same as an address, on the web; null in WeChat, where only a card can open a page. */
export const linkTo = (nudge: Nudge): string | null =>
  process.env.TARO_ENV === 'h5' ? `${location.origin}/#${pathTo(nudge)}` : null
