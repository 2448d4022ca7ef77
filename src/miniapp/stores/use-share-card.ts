/** What a friend gets who is sent a page: a sentence, a page to open, our own picture. */
import { useCallback } from 'react'
import { useApp } from './hooks'

export interface ShareCard {
  readonly title: string
  readonly path: string
  /** Without it WeChat takes a screenshot of the page, with what the merchant has entered on it. */
  readonly imageUrl: string
}

interface Shared {
  readonly title: string
  /** For pages that say the same to everyone; all others lead to the first page. */
  readonly page?: string
  /** Only what names a part of the content. */
  readonly query?: Readonly<Record<string, string>>
}

/** Drawn by tools/share-picture.ts; it lies in the main package, beside the tab bar's. */
const picture = '/assets/tabs/share.png'

/**
 * The card of a page. The one thing of the merchant's that goes along is the rep's code through which they
 * came: it is public, the rep may revoke it, and a friend by it gets the same rep.
 */
export function useShareCard({ title, page = 'pages/home/index', query = {} }: Shared): () => ShareCard {
  const { session } = useApp()
  const words = Object.entries(query)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')
  return useCallback(() => {
    const { inviter, inviteRevoked } = session.getState()
    const scene = inviter === null || inviteRevoked ? '' : `scene=${encodeURIComponent(inviter.scene)}`
    const search = [words, scene].filter((part) => part !== '').join('&')
    return { title, path: search === '' ? `/${page}` : `/${page}?${search}`, imageUrl: picture }
  }, [session, title, page, words])
}

/** The same for moments, where the page is the one that is open. */
export function forMoments({ title, path, imageUrl }: ShareCard): { title: string; query: string; imageUrl: string } {
  return { title, query: path.split('?')[1] ?? '', imageUrl }
}
