/** A bar on the terminal; without a terminal a line now and then. */

const width = 30
const everyMs = 10_000

export interface ProgressBar {
  /** `total` 0: not known. */
  show(stage: string, done: number, total: number): void
  end(): void
}

export function createProgressBar(): ProgressBar {
  const { stderr } = process
  let last = 0
  let drawn = false
  let current = ''
  return {
    show(stage, done, total) {
      const part = total === 0 ? 0 : Math.min(1, done / total)
      const full = Math.round(part * width)
      const count = total === 0 ? `${done}` : `${done}/${total}`
      if (stderr.isTTY) {
        const bar = total === 0 ? '' : ` ${'█'.repeat(full)}${'░'.repeat(width - full)} ${Math.floor(part * 100)}%`
        stderr.write(`\r\u001b[K${stage}${bar} ${count}`)
        drawn = true
      } else if (stage !== current || Date.now() - last > everyMs) {
        last = Date.now()
        current = stage
        stderr.write(`${stage} ${count}\n`)
      }
    },
    end() {
      if (drawn) stderr.write('\r\u001b[K')
    },
  }
}
