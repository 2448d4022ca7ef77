/** What the pages work with, made over a platform. */
import type { Outline } from '#domain/content/types'
import type { Platform } from '../ports/platform'
import type { App } from './app-context'
import { createAwake } from './awake'
import { createStores } from './create-stores'
import { createDraftPhotos } from './draft-photos'
import { createReminders } from './reminders'

export function createServices(platform: Platform, content: Outline): App {
  const { device, navigator, clock, files, usePageLife, storage, backend } = platform
  const stores = createStores(platform)
  const reminders = createReminders({ ...platform, ...stores, template: platform.reminderTemplate })
  return {
    ...stores,
    start() {
      stores.start()
      reminders.start()
    },
    stop() {
      reminders.stop()
      stores.stop()
    },
    reminders,
    content,
    device,
    navigator,
    clock,
    files,
    usePageLife,
    computer: platform.computer,
    storage,
    backend,
    drafts: createDraftPhotos({ files, originals: stores.originals }),
    awake: createAwake(platform),
  }
}
