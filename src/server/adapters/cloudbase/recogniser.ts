/**
 * WeChat's licence recognition by cloud call (ocr.businessLicense, named in the function's config.json).
 * The SDK hands fields over in camel case and throws refusals with `errCode`.
 */
import type { LicenceRecogniser } from '../../core/ports'
import { createRecogniser, type Answered, type RecogniserPorts } from '../recognised-licence'
import type { CloudSdk } from './sdk'

/** The merchant is waiting for the upload's answer. */
const patienceMs = 8000

interface Cloud {
  readonly openapi: Pick<CloudSdk['openapi'], 'ocr'>
}

export const createCloudRecogniser = (cloud: Cloud, ports: RecogniserPorts): LicenceRecogniser =>
  createRecogniser((jpeg) => {
    const img = { contentType: 'image/jpeg', value: Buffer.from(jpeg) }
    return inTime(cloud.openapi.ocr.businessLicense({ img }).then(fieldsOf, refusalOf))
  }, ports)

async function inTime(answer: Promise<Answered>): Promise<Answered> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<Answered>((resolve) => {
    timer = setTimeout(() => resolve({ kind: 'silent', why: 'late' }), patienceMs)
  })
  return Promise.race([answer, late]).finally(() => clearTimeout(timer))
}

function fieldsOf(answer: unknown): Answered {
  const { regNum, enterpriseName } = (answer ?? {}) as { readonly regNum?: unknown; readonly enterpriseName?: unknown }
  return { kind: 'fields', number: regNum, name: enterpriseName }
}

function refusalOf(error: unknown): Answered {
  const { errCode, errMsg } = error as { readonly errCode?: unknown; readonly errMsg?: unknown }
  if (typeof errCode !== 'number') return { kind: 'silent', why: 'unknown' }
  return { kind: 'refused', code: errCode, message: typeof errMsg === 'string' ? errMsg : '' }
}
