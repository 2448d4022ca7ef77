/**
 * Adds accessibility attributes to the WeChat templates, the way Taro's own inject plugin adds
 * attributes: to the template at build time and to the list in the running code (aria-runtime.ts).
 * Taro transpiles a plugin's own file only, so the list arrives as an option and not by an import.
 */
import path from 'node:path'
import type { IPluginContext, TaroPlatformBase } from '@tarojs/service'

type Components = Readonly<Record<string, Readonly<Record<string, ''>>>>

const runtime = path.join(__dirname, 'aria-runtime.ts').replaceAll('\\', '/')

export default (ctx: IPluginContext, { components }: { readonly components: Components }) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform: Partial<TaroPlatformBase>) {
      if (platform.template === undefined) return // the web build writes attributes as they are
      platform.template.mergeComponents(ctx, components)
      platform.runtimePath = [platform.runtimePath ?? [], runtime].flat()
    },
  })
}
