/** The matrix as the operator's guide shows it. */
import type { Row } from './matrix'
import { callers } from './world'

export function printMatrix(rows: Readonly<Record<string, Row>>): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const table = Object.entries(rows).map(([action, row]) =>
    line([`\`${action}\``, ...callers.map((caller) => row.expect[caller])]),
  )
  const notes = Object.entries(rows).flatMap(([action, { note }]) => (note === '' ? [] : [`- \`${action}\`: ${note}`]))
  return [
    '# Who may do what',
    '',
    'Every action of the function, asked by everybody, aimed at one merchant’s things (the owner’s). Printed by',
    '`npm run authorization` from the table that `test/server/authorization.test.ts` asks the real function for: an action',
    'without a row fails that test, and so does any other answer. Every body also carries a forged merchant id, openid, role',
    'and desk secret; none of them counts. For everybody but the owner the test also proves that the owner’s data is',
    'afterwards what it was before (but for the verdict that `rep-review` writes), and that nothing of it was in the reply',
    'but the shop’s name, to the rep with whom it is shared.',
    '',
    line(['action', ...callers]),
    line(['---', ...callers.map(() => '---')]),
    ...table,
    '',
    '*Rep*: the one the owner joined and shares with. *Rep without consent*: the owner’s former rep, after moving.',
    '*Expired* and *revoked*: tokens that were the owner’s own. *Forged identity*: a CloudBase call without a context.',
    '',
    ...notes,
    '',
  ].join('\n')
}
