import type { Log } from '../core/ports'

/** A licence that cannot be read is typed by hand: never a reason to lose the photo. */
export async function licenceOrNull<T>(log: Log, read: () => Promise<T | null>): Promise<T | null> {
  try {
    return await read()
  } catch (error) {
    log.error('licence code not read', error)
    return null
  }
}
