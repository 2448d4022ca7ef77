/** What `npm run upload` and `npm run preview` have in common. */
import path from 'node:path'
import { buildWeapp } from './build-weapp'
import {
  loadMiniprogramCi,
  type CiResult,
  type CiSettings,
  type CiTask,
  type CiUpload,
  type MiniprogramCi,
} from './miniprogram-ci'
import { readRelease, type Release } from './release-notes'
import { releaseSettings } from './release-settings'
import { checkWeappSizes } from './weapp-sizes'

const output = 'dist/weapp'

/** Our build is compiled and minified; what miniprogram-ci would do over it can only do harm. */
const setting: CiSettings = {
  es6: false,
  es7: false,
  minify: false,
  minifyJS: false,
  minifyWXML: false,
  minifyWXSS: false,
  codeProtect: false,
  autoPrefixWXSS: false,
  ignoreUploadUnusedFiles: false,
}

export interface Prepared {
  readonly ci: MiniprogramCi
  readonly release: Release
  readonly options: CiUpload
}

const shown = new Set<string>()

function progress(task: CiTask | string): void {
  const words = typeof task === 'string' ? task : (task._msg ?? '')
  if (words === '' || shown.has(words)) return
  shown.add(words)
  console.log(`  ${words}`)
}

/** Checks everything that needs no network first, then builds, then fetches miniprogram-ci. */
export async function prepareRelease(env: NodeJS.ProcessEnv = process.env): Promise<Prepared> {
  const { appid, keyFile, robot } = releaseSettings(env)
  const release = readRelease(process.cwd())
  await buildWeapp()
  checkWeappSizes(output)
  const ci = await loadMiniprogramCi()
  const project = new ci.Project({
    appid,
    type: 'miniProgram',
    projectPath: path.resolve(output),
    privateKeyPath: path.resolve(keyFile),
  })
  const { version, description } = release
  return {
    ci,
    release,
    options: { project, version, desc: description, robot, setting, onProgressUpdate: progress },
  }
}

/** Told apart by their words: WeChat documents no list of the codes. */
const reasons: readonly (readonly [RegExp, string])[] = [
  [/invalid ip/i, '这台电脑的公网 IP 不在白名单里：到小程序后台「开发设置 › 小程序代码上传」加上，再运行一次。'],
  [/signature|private ?key/i, '密钥和 AppID 对不上，或者密钥已经重置：重新下载密钥，再运行一次。'],
  [/exceed max limit|oversize/i, '代码包超过了微信的上限：先看 npm run build:weapp 打印的大小。'],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ESOCKETTIMEDOUT/,
    '连不上微信的上传服务器：检查网络或代理，再运行一次。',
  ],
]

/** What WeChat said, after what to do about it when that is known. */
export function uploadFailure(what: string, error: unknown): Error {
  const said = error instanceof Error ? error.message : String(error)
  const reason = reasons.find(([pattern]) => pattern.test(said))?.[1]
  return new Error(`${what}失败。${reason ?? ''}\n微信返回：${said}`)
}

/** The packages' sizes as WeChat counted them. */
export function printSizes({ subPackageInfo = [] }: CiResult): void {
  for (const { name, size } of subPackageInfo) console.log(`${(size / 1024).toFixed(1).padStart(8)} KB  ${name}`)
}
