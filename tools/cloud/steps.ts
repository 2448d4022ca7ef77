/**
 * What is asked of Tencent's command line, in its order. Two facts about @cloudbase/cli 2.12.10, found by
 * running it: `fn deploy` ends with code 0 when the deployment failed, so its words count; and without a
 * login it waits for a browser, so logging in comes first.
 */
import { readFileSync } from 'node:fs'
import type { CloudDeployment } from './settings'

export const functionName = 'companion'

export interface Step {
  readonly title: string
  readonly args: readonly string[]
  /** null: it worked. Otherwise what went wrong. */
  readonly failed: (code: number | null, output: string) => string | null
}

const byCode = (code: number | null, output: string) => (code === 0 && !output.includes('✖') ? null : lastWords(output))
const lastWords = (output: string) => output.trim().split('\n').slice(-8).join('\n') || '（没有输出）'

/** What the command line reads: the function and all of its environment, which replaces what was set before. */
export function configFile({ env, variables }: CloudDeployment): object {
  const { triggers } = JSON.parse(readFileSync('cloudfunctions/companion/config.json', 'utf8')) as {
    readonly triggers: readonly object[]
  }
  return {
    version: '2.0',
    envId: env,
    functionRoot: 'cloudfunctions',
    functions: [
      {
        name: functionName,
        handler: 'index.main',
        runtime: 'Nodejs20.19',
        timeout: 60,
        memorySize: 512,
        installDependency: true,
        ignore: ['node_modules', 'node_modules/**/*', '.git'],
        envVariables: variables,
        triggers,
      },
    ],
  }
}

export function stepsOf({ env, region, keys }: CloudDeployment, config: string): readonly Step[] {
  const common = ['-r', region]
  const login: Step[] =
    keys === null
      ? [{ title: '看一下登录还在不在', args: ['env', 'list', ...common], failed: loginMissing }]
      : [{ title: '登录', args: ['login', '--apiKeyId', keys.id, '--apiKey', keys.key, ...common], failed: byCode }]
  return [
    ...login,
    {
      title: '上传云函数，云端安装依赖（要一两分钟）',
      args: ['fn', 'deploy', functionName, '--force', '--yes', '-e', env, '--config-file', config, ...common],
      failed: (code, output) =>
        code === 0 && output.includes(`✔ [${functionName}]`) && !output.includes('✖') ? null : lastWords(output),
    },
    {
      title: '问云函数好不好',
      args: ['fn', 'invoke', functionName, '-e', env, '--params', '{"httpMethod":"GET","path":"/healthz"}', ...common],
      failed: (code, output) => (code === 0 && /statusCode\W{1,6}200\b/.test(output) ? null : lastWords(output)),
    },
  ]
}

const loginMissing = (code: number | null, output: string) =>
  byCode(code, output) === null
    ? null
    : '这台电脑没有登录云开发：设置 TENCENTCLOUD_SECRETID 和 TENCENTCLOUD_SECRETKEY（腾讯云控制台 › 访问管理 › API 密钥管理），或者先运行 npx --yes @cloudbase/cli@2.12.10 login。'

/** As it may be shown: without the keys. */
export const shown = ({ args }: Step): string =>
  ['tcb', ...args.map((arg, i) => (/^--apiKey(Id)?$/.test(args[i - 1] ?? '') ? '******' : quoted(arg)))].join(' ')
const quoted = (arg: string) => (/^[\w./:=@-]+$/.test(arg) ? arg : `'${arg}'`)
