/** The guides: step after step, ticked as each of them asks. */
import type { Page } from 'playwright-core'
import { content } from '#domain/content/content'
import type { Guide, GuideId, Step } from '#domain/content/types'
import { arrive, goOn, see, tap } from './browser'
import { choose } from './merchant'

export function guideOf(id: GuideId): Guide {
  const guide = content.guides.find((one) => one.id === id)
  if (guide === undefined) throw new Error(`the content has no guide ${id}`)
  return guide
}

/** The step's page is shown: its number and its name. */
export async function seeStep(page: Page, guide: GuideId, step: Step): Promise<void> {
  const { steps } = guideOf(guide)
  await arrive(page, 'packages/guide/step')
  await see(page, `第 ${steps.indexOf(step) + 1} 步，共 ${steps.length} 步`)
  await page.locator('.step-title:visible', { hasText: step.title }).waitFor()
}

/** A clock that starts says so. */
async function hear(page: Page): Promise<void> {
  await see(page, '记到日历')
  await tap(page, '知道了')
}

/** Does the step that is shown, and goes on from it. */
export async function doStep(page: Page, guide: GuideId, step: Step): Promise<void> {
  await seeStep(page, guide, step)
  const parts = (step.parts ?? []).filter(({ optional }) => optional !== true)
  for (const part of parts) {
    await choose(page, part.title)
    if (part.clock) await hear(page)
  }
  if (parts.length > 0) await see(page, '已做好，下一步')
  await goOn(page)
  if (parts.length === 0 && step.clock) await hear(page)
}
