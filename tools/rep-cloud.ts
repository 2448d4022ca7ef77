/**
 * `npm run rep:cloud -- add <name> --company <c>` and the like: the rep command in CloudBase, where the
 * database is out of reach. The order goes to the function through Tencent's command line, proved by MASTER_KEY.
 */
import { sealOrder } from '../src/server/adapters/cloudbase/operator'
import { parseMasterKey } from '../src/server/adapters/master-key'
import { fetchCli, openCli } from './cloud/command-line'
import { cloudDeployment } from './cloud/settings'
import { functionName, stepsOf } from './cloud/steps'

/** The reply's lines, somewhere within what the command line prints around them. */
export function linesIn(output: string): readonly string[] | null {
  const plain = output.replaceAll('\\"', '"')
  const [, list] = /"lines":(\[(?:"(?:[^"\\]|\\.)*",?)*\])/.exec(plain) ?? []
  return list === undefined ? null : (JSON.parse(list) as string[])
}

export async function main(args: readonly string[]): Promise<void> {
  const deployment = cloudDeployment(process.env)
  const key = parseMasterKey(deployment.variables.MASTER_KEY ?? '')
  if (key === null) throw new Error('MASTER_KEY 不对')
  const cli = openCli(await fetchCli(process.env), deployment.keys !== null, process.env)
  try {
    const [login] = stepsOf(deployment, '')
    const loggedIn = await cli.run(login?.args ?? [])
    const failed = login?.failed(loggedIn.code, loggedIn.output) ?? null
    if (failed !== null) throw new Error(failed)
    const params = JSON.stringify({ operator: sealOrder(key, args, Date.now()) })
    const common = ['-e', deployment.env, '-r', deployment.region]
    const { output } = await cli.run(['fn', 'invoke', functionName, '--params', params, ...common])
    const lines = linesIn(output)
    if (lines === null)
      throw new Error(
        `云函数没有照办：MASTER_KEY 要和部署时的一样，时间要准。\n${output.trim().split('\n').slice(-6).join('\n')}`,
      )
    console.log(lines.join('\n'))
  } finally {
    cli.end()
  }
}
