/**
 * What WeChat's licence recognition answers (POST /cv/ocr/bizlicense, in the cloud ocr.businessLicense), for
 * both ways of asking. 100 calls a day are free, all its recognitions together; then it refuses until the day
 * is over. Of the answer only code and name are taken, by the same rules as any recognised print.
 * https://developers.weixin.qq.com/doc/service/api/openpoc/ocr/api_bizlicenseocr
 */
import { atHour, dayOf } from '#domain/calendar'
import type { Licence } from '#domain/licence/licence'
import { licenceInPrint } from '#domain/licence/print'
import type { Clock, LicenceRecogniser, Log, Store } from '../core/ports'

export type Answered =
  | { readonly kind: 'fields'; readonly number: unknown; readonly name: unknown }
  | { readonly kind: 'refused'; readonly code: number; readonly message: string }
  | { readonly kind: 'silent'; readonly why: string }

export interface RecogniserPorts {
  readonly store: Pick<Store, 'get' | 'put'>
  readonly clock: Clock
  readonly log: Log
}

interface Pause {
  /** ms; nobody asks before. */
  readonly until: number
}

const place = ['meta', 'licence-recognition'] as const
/** WeChat takes pictures of less than 2 MB. */
const tooLarge = 2 * 1024 * 1024
/** 45009: too often; 101003, once 101002: the day's quota is used up (it says so in words as well). */
const quotaCodes: readonly number[] = [45009, 101003]
const isQuota = ({ code, message }: { readonly code: number; readonly message: string }) =>
  quotaCodes.includes(code) || /quota/i.test(message)
/** 101000 cannot be decoded, 101001 no licence in it: the picture's fault, not the operator's. */
const notALicence: readonly number[] = [101000, 101001, 101002]

/** `ask` never throws. */
export function createRecogniser(
  ask: (jpeg: Uint8Array) => Promise<Answered>,
  { store, clock, log }: RecogniserPorts,
): LicenceRecogniser {
  async function pauseUntilTomorrow(): Promise<void> {
    const before = await store.get<Pause>(...place)
    const until = atHour(dayOf(clock.now()) + 1, 0)
    await store.put<Pause>(...place, { until }, before?.version ?? 0)
  }
  async function read(jpeg: Uint8Array): Promise<Licence | null> {
    if (jpeg.length >= tooLarge) return null
    const paused = await store.get<Pause>(...place)
    if (paused !== null && clock.now() < paused.value.until) return null
    const answered = await ask(jpeg)
    if (answered.kind === 'fields') return licenceFrom(answered)
    if (answered.kind === 'silent') log.error('licence not recognised', null, { why: answered.why })
    else if (isQuota(answered)) {
      log.info('licence recognition: quota used up, off until tomorrow', { errcode: answered.code })
      await pauseUntilTomorrow()
    } else if (!notALicence.includes(answered.code))
      log.error('licence not recognised', null, { errcode: answered.code })
    return null
  }
  return {
    read: (jpeg) =>
      read(jpeg).catch((error: unknown) => {
        log.error('licence not recognised', error)
        return null
      }),
  }
}

function licenceFrom({ number, name }: { readonly number: unknown; readonly name: unknown }): Licence | null {
  const text = (value: unknown) => (typeof value === 'string' ? value : '')
  return licenceInPrint([`注册号${text(number)}`, `名称${text(name)}`])
}
