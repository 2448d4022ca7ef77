/** `npm run build:cloud`: the cloud function, ready to be uploaded, checked for what the cloud would only say later. */
import { readFileSync, statSync } from 'node:fs'
import { buildCloudFunction } from './bundles'

const folder = 'cloudfunctions/companion'

interface Package {
  readonly main?: string
  readonly dependencies?: Readonly<Record<string, string>>
}
interface Config {
  readonly permissions?: { readonly openapi?: readonly string[] }
  readonly triggers?: readonly { readonly name?: string; readonly type?: string; readonly config?: string }[]
}
/** Of WeChat's interfaces, what the function calls. */
const rights = ['subscribeMessage.send', 'ocr.businessLicense']

const read = <T>(file: string) => JSON.parse(readFileSync(file, 'utf8')) as T

/** What is wrong with the folder beside the bundle. */
export function folderProblems(own: Package, config: Config, root: Package): readonly string[] {
  const packages = Object.entries(own.dependencies ?? {})
  const timers = config.triggers ?? []
  return [
    ...(own.main === 'index.js' ? [] : ['package.json: main 要是 index.js']),
    ...packages.flatMap(([name, version]) => {
      if (!/^\d+\.\d+\.\d+$/.test(version)) return [`package.json: ${name} 要写死版本，不能是 ${version}`]
      const tested = root.dependencies?.[name]
      return tested === version ? [] : [`package.json: ${name} ${version}，测过的是 ${tested ?? '没有'}`]
    }),
    ...(timers.length > 1 ? ['config.json: 一个云函数只能有一个定时触发器'] : []),
    // 秒 分 时 日 月 星期 年
    ...timers.flatMap(({ name, type, config: cron = '' }) =>
      type === 'timer' && cron.trim().split(/\s+/).length === 7 ? [] : [`config.json: 触发器 ${name ?? ''} 要有七段`],
    ),
    ...rights
      .filter((right) => config.permissions?.openapi?.includes(right) !== true)
      .map((right) => `config.json: permissions.openapi 里少了 ${right}`),
  ]
}

/** Answers the bundle's size in bytes. Throws every problem of the folder. */
export async function buildCloud(): Promise<number> {
  const problems = folderProblems(read(`${folder}/package.json`), read(`${folder}/config.json`), read('package.json'))
  if (problems.length > 0) throw new Error(['云函数的文件夹不对：', ...problems.map((each) => `  ${each}`)].join('\n'))
  const [file = ''] = await buildCloudFunction()
  return statSync(file).size
}

export async function main(): Promise<void> {
  console.log(`${folder}/index.js ${((await buildCloud()) / 1024).toFixed(0)} KB`)
}
