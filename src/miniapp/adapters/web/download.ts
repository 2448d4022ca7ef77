/** ms; browsers begin to read at once, but say nothing about it. */
const keptMs = 60_000

/** Gives the person a file. */
export function download(name: string, blob: Blob): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), keptMs)
}
