/** Writes deploy/cloudbase/collections.json from the function's own list: `node tools/run.mjs tools/cloud-rules.ts`. */
import { writeFileSync } from 'node:fs'
import { collectionRules } from './cloud/rules'

export const collectionsFile = 'deploy/cloudbase/collections.json'
export const collectionsText = (): string => `${JSON.stringify(collectionRules(), null, 2)}\n`

export function main(): void {
  writeFileSync(collectionsFile, collectionsText())
  console.log(collectionsFile)
}
