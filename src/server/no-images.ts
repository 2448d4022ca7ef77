import type { Images } from './core/ports'

const refuse = () => Promise.reject(new Error('a command works on no pictures'))

/** For the operator's commands, which never look at one. */
export const noImages: Images = { normalise: refuse, watermark: refuse, readLicence: refuse }
