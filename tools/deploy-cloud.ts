/** `npm run deploy:cloud [-- --dry-run]`: the function into a CloudBase environment (docs/operator/deploy.md). */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createCloudApi } from './cloud/api'
import { fetchCli, openCli, type CommandLine } from './cloud/command-line'
import { applyRules } from './cloud/rules'
import { cloudDeployment, type CloudDeployment } from './cloud/settings'
import { configFile, shown, stepsOf, type Step } from './cloud/steps'
import { buildCloud } from './build-cloud'

const byHand = [
  '没有密钥，数据库和云存储的权限要在云开发控制台里设一次（docs/operator/deploy.md）：',
  '  数据库：deploy/cloudbase/collections.json 里的每个集合，权限选「仅管理员可读写」，再建它的索引',
  '  云存储：权限设置 › 自定义安全规则，贴上 deploy/cloudbase/storage-rules.json',
]

function dryRun(deployment: CloudDeployment, config: string): void {
  console.log(`# ${config}`)
  const hidden = Object.fromEntries(Object.keys(deployment.variables).map((name) => [name, '******']))
  console.log(JSON.stringify(configFile({ ...deployment, variables: hidden }), null, 2))
  for (const step of stepsOf(deployment, config)) console.log(`# ${step.title}\n${shown(step)}`)
  console.log(
    deployment.keys === null
      ? byHand.map((line) => `# ${line}`).join('\n')
      : '# 数据库和云存储的权限：DescribeEnvs、DescribeTable、CreateTable、UpdateTable、ModifyDatabaseACL、ModifyStorageSafeRule',
  )
}

async function take(cli: CommandLine, step: Step): Promise<void> {
  console.log(`${step.title} …`)
  const { code, output } = await cli.run(step.args)
  const failed = step.failed(code, output)
  if (failed !== null) throw new Error(`没有成功：${step.title}\n${shown(step)}\n${failed}`)
}

async function deploy(deployment: CloudDeployment, config: string, env: NodeJS.ProcessEnv): Promise<void> {
  const { keys, region } = deployment
  console.log(`云函数 ${((await buildCloud()) / 1024).toFixed(0)} KB`)
  const cli = openCli(await fetchCli(env), keys !== null, env)
  mkdirSync(path.dirname(config), { recursive: true })
  writeFileSync(config, JSON.stringify(configFile(deployment), null, 2), { mode: 0o600 })
  try {
    const [login, upload, ask] = stepsOf(deployment, config)
    if (login === undefined || upload === undefined || ask === undefined) throw new Error('steps are missing')
    await take(cli, login)
    // First the doors, then what they protect.
    if (keys === null) console.log(byHand.join('\n'))
    else
      await applyRules(createCloudApi(keys, region, env.TENCENT_API_ORIGIN), deployment.env, (line) =>
        console.log(line),
      )
    await take(cli, upload)
    await take(cli, ask)
  } finally {
    rmSync(config, { force: true })
    cli.end()
  }
  console.log(`部署好了：${deployment.env} 的 companion。第一次部署以后，按 docs/operator/deploy.md 核对一遍权限。`)
}

export async function main(args: readonly string[]): Promise<void> {
  const unknown = args.filter((arg) => arg !== '--dry-run')
  if (unknown.length > 0)
    throw new Error(`不认识 ${unknown.join(' ')}。用法 usage: npm run deploy:cloud [-- --dry-run]`)
  const deployment = cloudDeployment(process.env)
  // Of this run alone: it holds the function's secrets.
  const config = `.cache/cloud/cloudbaserc.${process.pid}.json`
  if (args.includes('--dry-run')) dryRun(deployment, config)
  else await deploy(deployment, config, process.env)
}
