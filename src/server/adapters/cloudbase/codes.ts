/** Mini-program codes by cloud call: there is no token, the function's config names the interface. */
import type { Codes, Log } from '../../core/ports'
import { codePage, codeRefusal, codeWidth, isPicture } from '../mini-program-codes'
import type { CloudSdk } from './sdk'

export const createCloudCodes = (
  cloud: { readonly openapi: Pick<CloudSdk['openapi'], 'wxacode'> },
  log: Log,
): Codes => ({
  kind: 'mini-program',
  async draw(scene) {
    try {
      const answer = await cloud.openapi.wxacode.getUnlimited({
        scene,
        page: codePage,
        checkPath: false,
        envVersion: 'release',
        width: codeWidth,
      })
      const { buffer, errCode } = answer
      return buffer !== undefined && isPicture(buffer) ? { ok: true, png: buffer } : codeRefusal(errCode, log)
    } catch (error) {
      return codeRefusal((error as { readonly errCode?: unknown }).errCode, log)
    }
  },
})
