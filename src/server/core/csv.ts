/** Lines of a table for spreadsheets: every cell quoted, and none that a spreadsheet takes for a formula. */

/** Excel also reads the full-width forms. A line's own break or a NUL in front would hide what follows. */
const formula = /^[\s\0]*[=+\-@＝＋－＠\t\r\n\0|]/u

export function csvCell(text: string): string {
  const plain = text.replace(/[\r\n\t\0]+/g, ' ')
  return `"${(formula.test(text) ? `'${plain}` : plain).replaceAll('"', '""')}"`
}

export const csvLine = (cells: readonly string[]): string => `${cells.map(csvCell).join(',')}\r\n`
