/** What a build takes from the operator's folder (tools/operator.ts), as Taro and webpack want to be told. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Compiler } from 'webpack'
import type Chain from 'webpack-chain'
import { operatorAlias, operatorBuild, operatorValues } from '../tools/operator-module.cjs'

const root = path.resolve(__dirname, '..')
/** Taro goes on without a configuration that throws, builds nothing and ends well: a wrong folder has to stop it here. */
function folderOrStop(): string | null {
  try {
    return operatorBuild()
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exit(1)
  }
}

const folder = folderOrStop()
const { brand, palette } = operatorValues()

/** Also for Taro's own reading of app.config and the pages' configurations. */
export const alias = operatorAlias()

/** index.html: the title before the app has started, and the colour of the browser's own bar. */
export const htmlOptions = { title: brand.name, light: palette.light.page, dark: palette.dark.page }

interface Pattern {
  readonly from: string
  readonly to: string
  readonly ignore?: string[]
}

/** Pictures, as <guide>/<name> without their type, whatever that is. */
const namesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.\w+$/.test(name))
    .map((name) =>
      name
        .split(path.sep)
        .join('/')
        .replace(/\.\w+$/, ''),
    )

/** The operator's captures come instead of the drawn pictures; WeChat's tab bar takes files, the web's does not. */
export function copied(output: string, env: string): Pattern[] {
  const pictures = `${output}/packages/guide/pictures/`
  const home = folder === null ? '' : path.join(folder, 'pictures')
  const own = existsSync(home) ? home : null
  const replaced = own === null ? [] : namesIn(own).map((name) => `**/${name}.*`)
  const tabs = folder === null ? 'src/miniapp/assets/tabs/' : path.join(folder, 'tabs/')
  return [
    { from: 'src/miniapp/packages/guide/pictures/', to: pictures, ignore: replaced },
    ...(own === null ? [] : [{ from: `${own}/`, to: pictures }]),
    ...(env === 'weapp' ? [{ from: tabs, to: `${output}/assets/tabs/` }] : []),
  ]
}

const themeFile = 'theme.json'

/** Taro puts our theme.json into the package; this puts the brand's in its place. */
class BrandTheme {
  constructor(private readonly text: string) {}

  apply(compiler: Compiler): void {
    compiler.hooks.thisCompilation.tap('brand-theme', (compilation) => {
      const { Compilation, sources } = compiler.webpack
      const stage = Compilation.PROCESS_ASSETS_STAGE_REPORT
      compilation.hooks.processAssets.tap({ name: 'brand-theme', stage }, () => {
        if (compilation.getAsset(themeFile)) compilation.updateAsset(themeFile, new sources.RawSource(this.text))
      })
    })
  }
}

/** The style sheet that comes after the tokens, and the colours of what styles do not reach. */
export function branded(chain: Chain): void {
  if (folder === null) return
  chain.resolve.alias.set(path.join(root, 'src/miniapp/brand.css'), path.join(folder, 'brand.css'))
  chain.plugin('brand-theme').use(BrandTheme, [readFileSync(path.join(folder, themeFile), 'utf8')])
}
