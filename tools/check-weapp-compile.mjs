/**
 * Compiles a WeChat project with miniprogram-ci, without network: `node check-weapp-compile.mjs <package> <project>`.
 * Prints the number of files made, or the compiler's sentence and exits 1. A process of its own, because the
 * compiler starts helpers that never end.
 */
import { generateKeyPairSync } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

const [, , packageFolder, projectPath] = process.argv

async function main() {
  const load = createRequire(import.meta.url)
  const ci = load(packageFolder)
  // The key signs uploads; compiling only wants one to be there.
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const privateKeyPath = path.join(projectPath, 'generated.key')
  writeFileSync(privateKeyPath, privateKey.export({ type: 'pkcs1', format: 'pem' }))
  const { appid } = load(path.join(projectPath, 'project.config.json'))
  const project = new ci.Project({ appid, type: 'miniProgram', projectPath, privateKeyPath, ignores: [] })
  // What the account may do is asked of WeChat otherwise.
  project.attr = async () => ci.DefaultProjectAttr
  project.attrSync = () => ci.DefaultProjectAttr
  // es6 and minify make it parse every script.
  const setting = { es6: true, minifyJS: true, minifyWXML: true, minifyWXSS: true, minify: true }
  const made = await ci.getCompiledResult({ project, version: '0', setting, onProgressUpdate: () => undefined })
  console.log(`FILES ${Object.keys(made).length}`)
}

main().then(
  () => process.exit(0),
  (error) => {
    console.error(`REFUSED ${error?.message ?? error}`)
    process.exit(1)
  },
)
