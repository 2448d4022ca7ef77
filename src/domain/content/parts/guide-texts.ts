/** What the guide package holds: the steps in full, and the errors of the official pages. */
import { content } from '../content'
import type { Content } from '../types'

export const guideTexts: Pick<Content, 'guides' | 'errors'> = { guides: content.guides, errors: content.errors }
