/**
 * rep-code-image {scene} → {png, url, kind}: the picture of one of the rep's own codes that are still good, any
 * other is `not-found`. `png` is base64; `kind` `mini-program` (WeChat's round code) or `qr`; `url` is what the QR
 * code says, to share as a link. A picture is drawn once and kept. `rate-limited` when WeChat has drawn enough for
 * this minute (45009), `unavailable` when it does not draw.
 */
import type { Core } from './action'
import { refuse, type Reply } from './reply'
import { repAction } from './rep-role'
import { ownScene } from './rep-codes'
import { sceneBody } from './rep-schemas'

export const sceneUrl = (publicUrl: string, scene: string): string => `${publicUrl}/?scene=${scene}`

export const repCodeImage = repAction(
  'rep-code-image',
  sceneBody,
  async (core, role, { scene }): Promise<Reply> =>
    (await ownScene(core, role, scene)) === null ? refuse('not-found') : picture(core, role.id, scene),
  null,
)

/** Under which the picture is kept: another address, or another kind of code, is another picture. */
export function codeImageKey({ ports: { codes, secrets }, settings }: Core, scene: string): string {
  return `codes/${secrets.sha256(`${codes.kind} ${scene} ${sceneUrl(settings.publicUrl, scene)}`)}.png`
}

async function picture(core: Core, rep: string, scene: string): Promise<Reply> {
  const { files, codes } = core.ports
  const url = sceneUrl(core.settings.publicUrl, scene)
  const key = codeImageKey(core, scene)
  const answer = (png: Uint8Array): Reply => ({
    ok: true,
    png: Buffer.from(png).toString('base64'),
    url,
    kind: codes.kind,
  })
  const kept = await files.read(key, rep)
  if (kept !== null) return answer(kept)
  const drawn = await codes.draw(scene, url)
  if (drawn.ok) {
    await files.write(key, drawn.png, rep)
    return answer(drawn.png)
  }
  return drawn.error === 'rate-limited'
    ? refuse('rate-limited', { retryAfter: 60, message: '微信这会儿画码的人太多，一分钟后再试。' })
    : refuse('unavailable', { message: '微信没有给出小程序码，请稍后再试；一直不行就找服务商。' })
}
