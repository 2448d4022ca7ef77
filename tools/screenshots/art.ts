/** The few drawn things: a code that is no code, an envelope, a triangle. Neutral, nobody's mark. */

const size = 25

/** Modules of a made-up QR code: three finders, the rest a fixed pattern that decodes to nothing. */
function modules(): string {
  const inFinder = (x: number, y: number) => (x < 8 && y < 8) || (x >= size - 8 && y < 8) || (x < 8 && y >= size - 8)
  let path = ''
  let seed = 20261121
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      seed = (seed * 1103515245 + 12345) % 2147483648
      if (!inFinder(x, y) && seed / 2147483648 < 0.46) path += `M${x} ${y}h1v1h-1z`
    }
  }
  return path
}

const finder = (x: number, y: number) => `M${x} ${y}h7v7h-7zM${x + 1} ${y + 1}v5h5v-5zM${x + 2} ${y + 2}h3v3h-3z`

/** A square code, `px` wide. */
export function codeDrawing(px: number): string {
  const path = modules() + finder(0, 0) + finder(size - 7, 0) + finder(0, size - 7)
  return `<svg width="${px}" height="${px}" viewBox="0 0 ${size} ${size}" fill="#7C8789" shape-rendering="crispEdges"><path fill-rule="evenodd" d="${path}"/></svg>`
}

const drawings = {
  mail: '<rect x="6" y="18" width="84" height="60" rx="5"/><path d="m7 23 41 32 41-32"/>',
  caution: '<path d="M48 16 10 82h76z"/><path d="M48 40v20"/><circle cx="48" cy="70" r="2.5" fill="currentColor"/>',
  done: '<circle cx="48" cy="48" r="36"/><path d="m31 49 12 12 23-25"/>',
  upload: '<path d="M48 66V26M32 41l16-16 16 16"/><path d="M18 62v14h60V62"/>',
  photo:
    '<rect x="10" y="16" width="76" height="64" rx="5"/><circle cx="32" cy="38" r="7"/><path d="m12 70 24-20 16 14 18-18 15 14"/>',
} as const

export type Drawing = keyof typeof drawings

/** A line drawing, `px` wide, in the current colour. */
export function lineDrawing(name: Drawing, px: number): string {
  return `<svg width="${px}" height="${px}" viewBox="0 0 96 96" fill="none" stroke="currentColor" stroke-width="4" stroke-linecap="round" stroke-linejoin="round">${drawings[name]}</svg>`
}

export const chevron =
  '<svg width="22" height="22" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"><path d="m5 9 7 7 7-7"/></svg>'
