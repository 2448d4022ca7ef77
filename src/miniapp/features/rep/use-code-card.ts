import { useCallback, useEffect, useRef } from 'react'
import type { Studio } from '../../ports/studio'
import type { ShownCode } from '../../stores/rep/code-hooks'
import { useSession } from '../../stores/session-hooks'
import { useShareCard, type ShareCard } from '../../stores/use-share-card'
import { cardSize, paintCard } from './poster'

const plain = { title: '办小程序账号，照着一步一步来' } as const

/** The card of the code that is shown: it leads where scanning leads. Its picture is drawn when the page is open. */
export function useCodeCard(studio: Studio, shown: ShownCode | null): () => ShareCard {
  const { rep } = useSession()
  const usual = useShareCard(plain)
  const picture = useRef<string | null>(null)
  useEffect(() => {
    if (rep === null) return
    void studio.draw(cardSize.width, cardSize.height, null, paintCard(rep)).then((path) => {
      picture.current = path
    })
  }, [studio, rep])
  return useCallback(() => {
    const card = usual()
    if (rep === null || shown === null) return card
    return {
      title: `${rep.company}的${rep.name}，陪你把小程序开通`,
      path: `/pages/home/index?scene=${encodeURIComponent(shown.code.scene)}`,
      imageUrl: picture.current ?? card.imageUrl,
    }
  }, [usual, rep, shown])
}
