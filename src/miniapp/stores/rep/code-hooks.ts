/** The rep's codes as their page works with them: the one that is shown, and all the others. */
import { useCallback, useEffect, useState } from 'react'
import type { Studio } from '../../ports/studio'
import { useRep } from './hooks'
import type { RepCode } from './codes'

export interface ShownCode {
  readonly code: RepCode
  /** A path to show; null: not there yet. */
  readonly picture: string | null
  /** Where it leads; null: a mini-program code. */
  readonly url: string | null
}

export interface Codes {
  /** null: not known yet. */
  readonly codes: readonly RepCode[] | null
  readonly shown: ShownCode | null
  readonly problem: string | null
  readonly again: () => void
  readonly choose: (scene: string) => void
  /** Each answers whether it was done. */
  readonly add: (name: string) => Promise<boolean>
  readonly revoke: (scene: string) => Promise<boolean>
  /** A new code of the same name takes the place of this one. */
  readonly replace: (code: RepCode) => Promise<boolean>
}

/** The name of the code that is made for a rep who has none. */
const firstName = '我的码'

type Image = { readonly scene: string; readonly picture: string | null; readonly url: string | null }

/** `turn`: asked again when it changes. */
function useImage(
  studio: Studio,
  scene: string | null,
  turn: number,
  onProblem: (message: string | null) => void,
): Image | null {
  const { codes } = useRep()
  const [image, setImage] = useState<Image | null>(null)
  useEffect(() => {
    if (scene === null) return undefined
    let gone = false
    void codes.image(scene).then((reply) => {
      if (gone) return
      if (!reply.ok) return onProblem(reply.message)
      onProblem(null)
      setImage({ scene, picture: studio.keep(reply.png), url: reply.url })
    })
    return () => {
      gone = true
    }
  }, [codes, studio, scene, turn, onProblem])
  return image?.scene === scene ? image : null
}

export function useCodes(studio: Studio): Codes {
  const { codes: calls } = useRep()
  const [codes, setCodes] = useState<readonly RepCode[] | null>(null)
  const [chosen, setChosen] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const live = codes?.filter(({ revoked }) => !revoked) ?? []
  const code = live.find(({ scene }) => scene === chosen) ?? live[0] ?? null
  const [turn, setTurn] = useState(0)
  const image = useImage(studio, code?.scene ?? null, turn, setProblem)

  const load = useCallback(async (): Promise<readonly RepCode[] | null> => {
    const reply = await calls.all()
    if (!reply.ok) {
      setProblem(reply.message)
      return null
    }
    setProblem(null)
    setCodes(reply.codes)
    return reply.codes
  }, [calls])
  const add = useCallback(
    async (name: string) => {
      const known = new Set((codes ?? []).map(({ scene }) => scene))
      const reply = await calls.add(name)
      if (!reply.ok) setProblem(reply.message)
      const fresh = (await load())?.find(({ scene }) => !known.has(scene))
      if (fresh !== undefined) setChosen(fresh.scene)
      return reply.ok
    },
    [calls, codes, load],
  )
  const revoke = useCallback(
    async (scene: string) => {
      const reply = await calls.revoke(scene)
      await load()
      if (!reply.ok) setProblem(reply.message)
      return reply.ok
    },
    [calls, load],
  )
  const begin = useCallback(async () => {
    const known = await load()
    if (known?.length === 0 && (await calls.add(firstName)).ok) await load()
  }, [calls, load])
  useEffect(() => void begin(), [begin])
  return {
    codes,
    shown: code === null ? null : { code, picture: image?.picture ?? null, url: image?.url ?? null },
    problem,
    again: () => {
      setTurn(turn + 1)
      void begin()
    },
    choose: setChosen,
    add,
    revoke,
    replace: async ({ scene, name }) => (await add(name)) && revoke(scene),
  }
}
