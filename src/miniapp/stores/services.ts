/** What the pages work with, made over a platform. */
import type { Content } from '#domain/content/types'
import type { Platform } from '../ports/platform'
import type { App } from './app-context'
import { createStores } from './create-stores'
import { createDraftPhotos } from './draft-photos'

export function createServices(platform: Platform, content: Content): App {
  const { device, navigator, clock, files } = platform
  return { ...createStores(platform), content, device, navigator, clock, drafts: createDraftPhotos(files) }
}
