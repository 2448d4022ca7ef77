/**
 * Mini-program codes (POST /wxa/getwxacodeunlimit): a scene of at most 32 characters, any number of codes, good for
 * ever. The answer is a picture, or JSON when it is an error.
 * https://developers.weixin.qq.com/minigame/dev/api-backend/open-api/qr-code/wxacode.getUnlimited.html
 */
import type { Codes, DrawnCode, Log } from '../core/ports'
import type { AccessAnswer, WechatAccess } from './wechat-access'

/** Read from `query.scene`. Not checked by WeChat, so that codes can be printed before the first release. */
export const codePage = 'pages/home/index'
/** px: sharp on a poster. */
export const codeWidth = 860

/** 45009: the interface's calls for this minute (or this day) are used up; 45011: too fast. -1: busy. */
const tooOften: readonly unknown[] = [45009, 45011, -1]

export function createMiniProgramCodes(access: WechatAccess, log: Log): Codes {
  return {
    kind: 'mini-program',
    async draw(scene) {
      const body = { scene, page: codePage, check_path: false, env_version: 'release', width: codeWidth }
      return drawnFrom(await access.post('/wxa/getwxacodeunlimit', body), log)
    },
  }
}

function drawnFrom(answer: AccessAnswer, log: Log): DrawnCode {
  if (answer.kind === 'bytes' && isPicture(answer.bytes)) return { ok: true, png: answer.bytes }
  return codeRefusal(answer.kind === 'json' ? answer.json.errcode : null, log)
}

export function codeRefusal(errcode: unknown, log: Log): DrawnCode {
  log.error('no mini-program code', null, { errcode: typeof errcode === 'number' ? errcode : null })
  return { ok: false, error: tooOften.includes(errcode) ? 'rate-limited' : 'unavailable' }
}

/** PNG or JPEG, by its first bytes: WeChat has given both. */
export const isPicture = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0x89 && bytes[1] === 0x50) || (bytes[0] === 0xff && bytes[1] === 0xd8)
