/** What a deployment to CloudBase needs from the environment: either all of it, or every problem at once. */
import { cloudVariables } from '../../src/server/cloud-settings'
import { readSettings } from '../../src/server/settings'
import type { CloudKeys } from './api'

export interface CloudDeployment {
  readonly env: string
  readonly region: string
  /** null: whoever is logged in with `tcb login` on this machine. */
  readonly keys: CloudKeys | null
  /** The function's environment. */
  readonly variables: Readonly<Record<string, string>>
}

/** The platform's own limit for all variables of a function together. */
const maxVariables = 4 * 1024

type Env = Readonly<Record<string, string | undefined>>

function problemsOf(env: Env): readonly string[] {
  const variables = cloudVariables(env)
  const read = readSettings(variables)
  const size = Buffer.byteLength(JSON.stringify(variables))
  const { CLOUD_ENV: id = '', TENCENTCLOUD_SECRETID: keyId = '', TENCENTCLOUD_SECRETKEY: key = '' } = env
  return [
    ...(id === ''
      ? ['CLOUD_ENV 没有设置：云开发控制台 › 概览 › 环境 ID，像 kaitong-1a2b3c。 (the CloudBase environment id)']
      : /^[a-z0-9][a-z0-9-]{3,40}$/.test(id)
        ? []
        : [`CLOUD_ENV=${id} 不像环境 ID：只有小写字母、数字和短横线。 (not an environment id)`]),
    ...((keyId === '') !== (key === '')
      ? [
          'TENCENTCLOUD_SECRETID 和 TENCENTCLOUD_SECRETKEY 要一起设置：腾讯云控制台 › 访问管理 › API 密钥管理。 (set both)',
        ]
      : []),
    ...(variables.PUBLIC_URL === undefined
      ? ['PUBLIC_URL 没有设置：业务员的二维码指向的网址。 (the address that QR codes lead to)']
      : []),
    ...(variables.MASTER_KEY === undefined
      ? [
          'MASTER_KEY 没有设置：运行一次 openssl rand -hex 32，存好，以后每次部署都用同一把。 (32 bytes, the same every time)',
        ]
      : []),
    ...(read.ok ? [] : read.problems),
    ...(size > maxVariables
      ? [`云函数的环境变量一共 ${size} 字节，上限是 ${maxVariables}。 (too much for the platform)`]
      : []),
  ]
}

/** Throws one message that names every problem. */
export function cloudDeployment(env: Env): CloudDeployment {
  const problems = problemsOf(env)
  if (problems.length > 0) throw new Error(['还不能部署到云开发：', ...problems.map((each) => `  ${each}`)].join('\n'))
  const { CLOUD_ENV = '', CLOUD_REGION, TENCENTCLOUD_SECRETID: id, TENCENTCLOUD_SECRETKEY: key } = env
  return {
    env: CLOUD_ENV,
    region: CLOUD_REGION || 'ap-shanghai',
    keys: id && key ? { id, key } : null,
    variables: cloudVariables(env),
  }
}
