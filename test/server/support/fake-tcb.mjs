/**
 * A STAND-IN for Tencent's command line: writes down what it was asked and what it could see, and answers in
 * the words of the real one (2.12.10), which ends with code 0 also when a deployment fails.
 */
import { appendFileSync, existsSync, readFileSync } from 'node:fs'

const args = process.argv.slice(2)
const config = args[args.indexOf('--config-file') + 1]
appendFileSync(
  process.env.TCB_RECORD,
  `${JSON.stringify({
    args,
    home: process.env.HOME,
    homeThere: existsSync(process.env.HOME ?? ''),
    secrets: ['TENCENTCLOUD_SECRETKEY', 'MASTER_KEY'].filter((name) => process.env[name] !== undefined),
    config: args.includes('--config-file') ? JSON.parse(readFileSync(config, 'utf8')) : null,
  })}\n`,
)
const [what, which] = args
const failing = process.env.TCB_FAILS
if (failing === what || failing === which) {
  if (which === 'deploy') console.log('✖ [companion] 函数部署失败\n✖   错误信息: InvalidParameterValue.Runtime')
  else {
    console.log('✖ No valid identity information, please use cloudbase login to login')
    process.exitCode = 1
  }
} else if (which === 'deploy') console.log('✔ [companion] 云函数部署成功')
else if (which === 'invoke') console.log('返回结果：{"statusCode":200,"body":"{\\"ok\\":true}"}')
else console.log('✔ ok')
