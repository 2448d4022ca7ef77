/**
 * `npm run preview [-- --page pages/home/index --query scene=…]`: builds the mini-program and prints a QR
 * code in the terminal; WeChat of a developer or tester of the AppID opens it for half an hour.
 */
import { prepareRelease, printSizes, uploadFailure } from './release'

const usage = '用法：npm run preview -- [--page pages/home/index] [--query "scene=…"]'

export interface PreviewPage {
  readonly pagePath?: string
  readonly searchQuery?: string
}

/** Throws the usage for anything it does not know. */
export function previewPage(args: readonly string[]): PreviewPage {
  const names = { '--page': 'pagePath', '--query': 'searchQuery' } as const
  let page: PreviewPage = {}
  for (let i = 0; i < args.length; i += 2) {
    const name = Object.entries(names).find(([option]) => option === args[i])?.[1]
    const value = args[i + 1]
    if (name === undefined || value === undefined) throw new Error(`不认识「${args[i] ?? ''}」。${usage}`)
    page = { ...page, [name]: value }
  }
  return page
}

export async function main(args: readonly string[]): Promise<void> {
  const page = previewPage(args)
  const { ci, options } = await prepareRelease()
  try {
    printSizes(await ci.preview({ ...options, ...page, qrcodeFormat: 'terminal' }))
  } catch (error) {
    throw uploadFailure('预览', error)
  }
  console.log('用开发者或体验成员的微信扫上面的码，半小时内有效。')
}
