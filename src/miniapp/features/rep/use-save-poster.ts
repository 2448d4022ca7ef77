import { useState } from 'react'
import type { SaveOutcome, Studio } from '../../ports/studio'
import type { ShownCode } from '../../stores/rep/code-hooks'
import { useApp } from '../../stores/hooks'
import { paintPoster, posterSize, type PosterWords } from './poster'

const problems: Readonly<Record<SaveOutcome, string | null>> = {
  saved: null,
  dismissed: null,
  failed: '手机没能画出这张图，关掉别的应用再试一次。',
  refused: '没有存相册的权限。点「存成图片」去设置里打开，或者直接截图。',
}

/** Draws the poster on this phone and saves it. Once refused, the next tap leads to the settings. */
export function useSavePoster(studio: Studio, rep: PosterWords | null, shown: ShownCode | null) {
  const { device } = useApp()
  const [busy, setBusy] = useState(false)
  const [last, setLast] = useState<SaveOutcome>('saved')
  const draw = async (): Promise<SaveOutcome> => {
    if (rep === null || shown === null) return 'failed'
    const { width, height } = posterSize
    const path = await studio.draw(width, height, shown.picture, paintPoster(rep))
    return path === null ? 'failed' : studio.save(path, `${rep.name}的码-${shown.code.name}`)
  }
  const run = async () => {
    setBusy(true)
    const outcome = await draw()
    setBusy(false)
    setLast(outcome)
    if (outcome === 'saved') device.toast('图片存好了，能打印也能发')
  }
  return {
    busy,
    problem: problems[last],
    save: () => {
      if (last === 'refused') {
        setLast('saved')
        device.openSettings()
      } else void run()
    },
  }
}
