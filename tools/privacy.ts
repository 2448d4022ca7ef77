/**
 * docs/operator/privacy.md: what the operator declares in WeChat's back end. Its table is made from
 * privacy-interfaces.ts. `node tools/run.mjs tools/privacy.ts` writes it; with a build's folder as
 * argument it says instead what that build uses and whether all of it is declared.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { declared, type Declared } from './privacy-interfaces'
import { published, type Information } from './privacy-published'
import { usedInterfaces } from './privacy-scan'

export const document = 'docs/operator/privacy.md'
const between = { from: '<!-- table: made by tools/privacy.ts -->', to: '<!-- end of the table -->' }

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`

/** One row an information type: WeChat's form has one field for each. */
export function tableOf(rows: readonly Declared[]): string {
  const kinds = [...new Set(rows.map(({ information }) => information))]
  const line = (information: Information) => {
    const own = rows.filter((one) => one.information === information)
    const list = (of: (one: Declared) => string) => [...new Set(own.map(of))].join('；')
    return row([
      information,
      own.map(({ uses }) => `\`${uses}\``).join('、'),
      list(({ purpose }) => purpose),
      list(({ when }) => when),
      list(({ refused }) => refused),
    ])
  }
  return [
    row(['处理的信息', '接口或组件', '用途（粘贴到后台，接在「为了」后面）', '什么时候', '拒绝以后']),
    row(['---', '---', '---', '---', '---']),
    ...kinds.map(line),
  ].join('\n')
}

/** The document with its table made anew. Throws when the marks are gone. */
export function withTable(text: string): string {
  const [before, rest] = text.split(between.from)
  const after = rest?.split(between.to)[1]
  if (before === undefined || after === undefined)
    throw new Error(`${document} 里没有「${between.from}」和「${between.to}」两行标记。`)
  return `${before}${between.from}\n\n${tableOf(declared)}\n\n${between.to}${after}`
}

/** What is used and not declared, declared and not used, declared under another information than WeChat's. */
export function privacyFaults(dir: string): readonly string[] {
  const used = usedInterfaces(dir)
  const named = declared.map(({ uses }) => uses)
  return [
    ...used
      .filter((one) => !named.includes(one))
      .map((one) => `${one} 在代码里，tools/privacy-interfaces.ts 没有声明它：微信会禁用它`),
    ...named.filter((one) => !used.includes(one)).map((one) => `${one} 声明了，代码里却没有：把那一行去掉`),
    ...declared
      .filter(({ information, uses }) => !published[information].includes(uses))
      .map(({ information, uses }) => `${uses} 不属于「${information}」`),
  ]
}

export function main([dir]: readonly string[]): void {
  if (dir === undefined) {
    writeFileSync(document, withTable(readFileSync(document, 'utf8')))
    console.log(`${document}：${declared.length} 个接口`)
    return
  }
  const faults = privacyFaults(dir)
  if (faults.length > 0) throw new Error(faults.join('\n'))
  console.log(`${dir} 用到的 ${usedInterfaces(dir).length} 个隐私接口都声明了`)
}
