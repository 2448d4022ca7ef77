/**
 * A stamp says when a value was set, in the server's time base, and by which installation:
 * `<ms:13>-<counter:4 of [0-9a-z]>-<device>`. Fixed widths make the order of the strings the order of
 * time, so stamps are compared with `<`. It is a hybrid logical clock: the counter keeps the order
 * when the phone's clock stands still or runs backwards.
 */
import { maxFutureMs, type Stamp } from './protocol'

/** The device under which the function itself writes (`v.*`). */
export const serverDevice = 'server00'
/** Sorts before every stamp. */
export const noStamp: Stamp = ''

const pattern = /^\d{13}-[0-9a-z]{4}-[A-Za-z0-9]{8,22}$/
const counterSize = 36 ** 4
const lastMs = 9_999_999_999_999

export const isStamp = (text: unknown): text is Stamp => typeof text === 'string' && pattern.test(text)
export const stampMs = (stamp: Stamp): number => Number(stamp.slice(0, 13))
export const stampDevice = (stamp: Stamp): string => stamp.slice(19)
export const laterOf = (a: Stamp, b: Stamp): Stamp => (a > b ? a : b)

/** Further ahead than the function accepts. `serverTime` in ms. */
export const isFuture = (stamp: Stamp, serverTime: number): boolean => stampMs(stamp) > serverTime + maxFutureMs

/**
 * The next stamp of `device`, greater than `floor` whatever the clock says.
 * `now`: ms in the server's time base. A counter that runs over takes the next millisecond.
 */
export function nextStamp(floor: Stamp, now: number, device: string): Stamp {
  const ms = Math.min(Math.max(Math.floor(now), 0), lastMs)
  if (floor === noStamp || ms > stampMs(floor)) return stampOf(ms, 0, device)
  const counter = parseInt(floor.slice(14, 18), 36) + 1
  return counter < counterSize ? stampOf(stampMs(floor), counter, device) : stampOf(stampMs(floor) + 1, 0, device)
}

/** Its parts put together: ms, counter, device. */
export function stampOf(ms: number, counter: number, device: string): Stamp {
  return `${String(ms).padStart(13, '0')}-${counter.toString(36).padStart(4, '0')}-${device}`
}
