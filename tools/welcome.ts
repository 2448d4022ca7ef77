/** What the terminal shows when the server is up: the merchant's address, as text and as a QR code. */
import QRCode from 'qrcode'
import { brand } from '#domain/content/operator'
import type { Settings } from '../src/server/settings'

export async function printWelcome({ core, dataDir, port }: Settings, scene: string): Promise<void> {
  const address = `${core.publicUrl}/?scene=${scene}`
  const code = await QRCode.toString(address, { type: 'terminal', small: true, errorCorrectionLevel: 'L' })
  console.log(
    [
      '',
      `${brand.name}已启动。手机连同一个 Wi-Fi，用相机或微信扫一扫：`,
      '',
      code,
      `商户打开：${address}`,
      `在这台电脑上：http://localhost:${port}/?scene=${scene}`,
      `数据存在：${dataDir}（Ctrl+C 停下）`,
      '',
    ].join('\n'),
  )
}
