/** `npm run authorization`: writes docs/operator/authorization.md from the matrix that the tests ask for. */
import { writeFileSync } from 'node:fs'
import { rows } from '../test/server/support/authorization/matrix'
import { printMatrix } from '../test/server/support/authorization/print'

export function main(): void {
  writeFileSync('docs/operator/authorization.md', printMatrix(rows))
  console.log('docs/operator/authorization.md')
}
