/** WeChat's licence recognition over HTTPS, with the access token. */
import type { LicenceRecogniser } from '../core/ports'
import { createRecogniser, type Answered, type RecogniserPorts } from './recognised-licence'
import { createWechatAccess, type AccessAnswer, type AccessPorts } from './wechat-access'
import type { WechatSettings } from './wechat-login'

export function createWechatRecogniser(
  settings: WechatSettings,
  ports: AccessPorts & RecogniserPorts,
): LicenceRecogniser {
  const access = createWechatAccess(settings, ports)
  return createRecogniser(async (jpeg) => {
    const form = new FormData()
    form.append('img', new Blob([Uint8Array.from(jpeg)], { type: 'image/jpeg' }), 'licence.jpg')
    return answeredBy(await access.post('/cv/ocr/bizlicense', form))
  }, ports)
}

function answeredBy(answer: AccessAnswer): Answered {
  if (answer.kind !== 'json') return { kind: 'silent', why: answer.kind }
  const { errcode, errmsg, reg_num: number, enterprise_name: name } = answer.json
  if (typeof errcode === 'number' && errcode !== 0)
    return { kind: 'refused', code: errcode, message: typeof errmsg === 'string' ? errmsg : '' }
  return { kind: 'fields', number, name }
}
