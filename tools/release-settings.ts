/** What an upload to WeChat needs from the environment; every missing or wrong value is named at once. */
import { createPrivateKey } from 'node:crypto'
import { readFileSync } from 'node:fs'

export interface ReleaseSettings {
  readonly appid: string
  readonly keyFile: string
  /** 1–30: which robot the upload shows as. */
  readonly robot: number
}

const where = `上传密钥在「小程序后台 › 管理 › 开发管理 › 开发设置 › 小程序代码上传」里生成和下载（只显示一次），
同一处要把这台电脑的公网 IP 加进「IP 白名单」。然后：
  WEAPP_APPID=wx… WEAPP_KEY_FILE=/路径/private.wx….key [WEAPP_ROBOT=1] npm run upload
密钥文件不要放进代码仓库。`

type Env = Readonly<Record<string, string | undefined>>

function appidFault(appid: string | undefined): string | null {
  if (!appid) return 'WEAPP_APPID 没有设置：小程序的 AppID（wx 开头，共 18 位）。'
  if (appid === 'touristappid') return 'WEAPP_APPID 是 touristappid：那是开发者工具的游客号，不能上传，请换成自己的。'
  if (!/^wx[0-9a-f]{16}$/.test(appid)) return `WEAPP_APPID 是「${appid}」：应当是 wx 加 16 位小写字母和数字。`
  return null
}

function keyFault(file: string | undefined): string | null {
  if (!file) return 'WEAPP_KEY_FILE 没有设置：上传密钥文件的路径。'
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    return `WEAPP_KEY_FILE 指的 ${file} ${code === 'ENOENT' ? '不存在' : `读不出来（${code ?? '原因不明'}）`}。`
  }
  try {
    return createPrivateKey(text).asymmetricKeyType === 'rsa'
      ? null
      : `WEAPP_KEY_FILE 指的 ${file} 不是 RSA 私钥：要从小程序后台下载的那一份。`
  } catch {
    return `WEAPP_KEY_FILE 指的 ${file} 不是密钥文件：应当以「-----BEGIN RSA PRIVATE KEY-----」开头，可能下载不完整。`
  }
}

function robotFault(robot: string): string | null {
  const number = Number(robot)
  return Number.isInteger(number) && number >= 1 && number <= 30
    ? null
    : `WEAPP_ROBOT 是「${robot}」：应当是 1 到 30 的整数。`
}

/** Throws one message with every fault and where to get what is missing. */
export function releaseSettings(env: Env): ReleaseSettings {
  const { WEAPP_APPID: appid, WEAPP_KEY_FILE: keyFile, WEAPP_ROBOT: robot = '1' } = env
  const faults = [appidFault(appid), keyFault(keyFile), robotFault(robot)].filter((fault) => fault !== null)
  if (faults.length > 0 || !appid || !keyFile)
    throw new Error(`还不能上传：\n${faults.map((fault) => `  ${fault}`).join('\n')}\n\n${where}`)
  return { appid, keyFile, robot: Number(robot) }
}
