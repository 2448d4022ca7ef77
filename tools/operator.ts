/**
 * The operator's folder: product name, colours, fees, texts, industries and what else makes this app
 * theirs (docs/operator/white-label.md). The builds call `prepare` by themselves (operator-module.cjs).
 *
 *   node tools/run.mjs tools/operator.ts            checks the folder, its captures as they will look, and says what it changes
 *   node tools/run.mjs tools/operator.ts texts 认证   lists the addresses of texts, with those words in them
 *   node tools/run.mjs tools/operator.ts prepare    checks, writes what a build takes in, prints where
 */
import { ownContent } from '#domain/content/content'
import { textsOf } from '#domain/content/texts'
import { needOperator, operatorDir, type Operator } from './operator/operator'
import { prepare } from './operator/prepare'

export { operatorDir }

const count = (list: readonly unknown[] | undefined, what: string) => (list?.length ? [`${what} ${list.length}`] : [])

function summary({ dir, brand, overrides, own, captures, sources }: Operator): string {
  const { fees, feeNotes, industries, permits, materials, steps, texts } = overrides
  const all = [fees, feeNotes, industries, permits].flatMap<unknown>((one) => [
    ...(one?.add ?? []),
    ...(one?.change ?? []),
    ...(one?.remove ?? []),
  ])
  const parts = [
    ...(own ? ['颜色'] : []),
    ...count(all, '费用、行业、许可证'),
    ...count(materials, '材料'),
    ...count(steps, '步骤'),
    ...count(Object.keys(texts ?? {}), '文字'),
    ...count(captures, '截图'),
    ...count(Object.keys(sources), '出处'),
  ]
  return `${dir}：没有问题。名称「${brand.name}」，改了：${parts.join('，') || '没有别的'}`
}

function listTexts(words: readonly string[]): void {
  for (const { address, said } of textsOf(ownContent)) {
    const line = `${address}  ${typeof said === 'string' ? said : JSON.stringify(said)}`
    if (words.every((word) => line.includes(word))) console.log(line)
  }
}

export async function main([task, ...words]: readonly string[] = []): Promise<void> {
  if (task === 'texts') return listTexts(words)
  const dir = operatorDir()
  const operator = await needOperator(dir)
  if (task !== undefined && task !== 'prepare')
    throw new Error(`不认识「${task}」；能写的是 texts、prepare，或者什么都不写`)
  // also to check: some faults of a capture show only on the finished picture
  const folder = operator && (await prepare(operator))
  if (task === 'prepare') {
    if (folder !== null) console.log(folder)
    return
  }
  console.log(operator ? summary(operator) : `${dir} 里没有要改的，用我们自己的。`)
}
