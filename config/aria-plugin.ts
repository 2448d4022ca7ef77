/**
 * Adds accessibility attributes to the WeChat templates, the way Taro's own inject plugin adds
 * attributes. The running code gets the same list (lean-runtime-plugin.ts).
 * Taro transpiles a plugin's own file only, so the list arrives as an option and not by an import.
 */
import type { IPluginContext, TaroPlatformBase } from '@tarojs/service'

type Components = Readonly<Record<string, Readonly<Record<string, ''>>>>

export default (ctx: IPluginContext, { components }: { readonly components: Components }) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform: Partial<TaroPlatformBase>) {
      if (platform.template === undefined) return // the web build writes attributes as they are
      platform.template.mergeComponents(ctx, components)
    },
  })
}
