/**
 * Hands the WeChat build's code to lean-runtime-loader.cjs, with what the templates know: the components and
 * their attributes, aria-plugin.ts's among them. Taro shortens an attribute's name to its place in that list,
 * so the running code must be made from the same one.
 */
import path from 'node:path'
import type { IPluginContext, TaroPlatformBase } from '@tarojs/service'

type Components = Readonly<Record<string, Readonly<Record<string, string>>>>

/** The files the loader cuts are in these packages. */
const files =
  /[\\/]node_modules[\\/](@tarojs[\\/](taro|shared|runtime|plugin-platform-weapp)|react-reconciler)[\\/].*\.js$/

/** `sources`: the folder whose files say what is used. */
export default (ctx: IPluginContext, { sources }: { readonly sources: string }) => {
  let template: { readonly internalComponents: Components } | undefined
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform: Partial<TaroPlatformBase>) {
      template = platform.template
    },
  })
  ctx.modifyWebpackChain(({ chain }) => {
    if (template === undefined) return // the web build runs on a real browser's objects
    const rule = chain.module.rule('lean-runtime').test(files)
    const loader = path.join(__dirname, 'lean-runtime-loader.cjs')
    rule.use('lean-runtime').loader(loader).options({ sources, components: template.internalComponents })
  })
}
