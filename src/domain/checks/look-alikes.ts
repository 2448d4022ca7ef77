/**
 * Characters that are taken for one another on paper and in a scan. They are used for suggestions only:
 * a code is never corrected silently, and a correction is offered only when it passes the check.
 */
const groups = ['0ODQ', '1IL', '2Z', '5S', '6G', '8B', 'UV'] as const

const alike = (char: string): readonly string[] =>
  groups.flatMap((group) => (group.includes(char) ? [...group].filter((other) => other !== char) : []))

export interface Rules {
  /** Whether the character may stand at this place (from 0). */
  readonly allows: (char: string, at: number) => boolean
  readonly passes: (code: string) => boolean
}

/**
 * The one likely correction: impossible characters replaced by their look-alikes, and if that is not
 * enough, one more character. None when there is nothing to replace, or when several would pass.
 */
export function correction(code: string, { allows, passes }: Rules): string | undefined {
  const chars: string[] = []
  for (const [at, char] of [...code].entries()) {
    const possible = allows(char, at) ? char : alike(char).find((other) => allows(other, at))
    if (possible === undefined) return undefined
    chars.push(possible)
  }
  const forced = chars.join('')
  if (forced !== code && passes(forced)) return forced
  const found = chars.flatMap((char, at) =>
    alike(char)
      .filter((other) => allows(other, at))
      .map((other) => [...chars.slice(0, at), other, ...chars.slice(at + 1)].join(''))
      .filter((candidate) => candidate !== code && passes(candidate)),
  )
  return found.length === 1 ? found[0] : undefined
}
