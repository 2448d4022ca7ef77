/**
 * The photo that official forms accept: JPEG, at most 2 MB (certification), aiming at 100–200 KB with a
 * licence of at least 1500×1100 (filing material rules). Size and quality are looked for, not fixed.
 */
interface Size {
  readonly width: number
  readonly height: number
}

export interface Encoded {
  readonly bytes: number
}

/** Bytes. */
export const outputRules = { hardLimit: 2 * 1024 * 1024, most: 200 * 1024, least: 100 * 1024 } as const
/** px of the longer side, tried in turn: small print needs pixels before it needs quality. */
const longs = [2000, 1800, 1600]
/** px of the shorter side: never smaller than the form's own minimum. */
const shortest = 1100
/** px of the longer side, where a page has so little on it that there is room for more. */
const largest = 2600
/** JPEG quality: below `poor` print frays; between the two it is halved so often. */
const fine = 0.92
const poor = 0.6
const worst = 0.4
const halvings = 3

/** px for a longer side of about `long`: never larger than the picture is. */
export function sizeAt({ width, height }: Size, long: number): Size {
  const k = Math.min(1, Math.max(long / Math.max(width, height), shortest / Math.min(width, height)))
  return { width: Math.max(1, Math.round(width * k)), height: Math.max(1, Math.round(height * k)) }
}

/** The best quality that keeps to the target; null when none does. */
async function best<T extends Encoded>(encode: (quality: number) => Promise<T>): Promise<T | null> {
  let found = await encode(poor)
  if (found.bytes > outputRules.most) return null
  const top = await encode(fine)
  if (top.bytes <= outputRules.most) return top
  let [low, high] = [poor, fine]
  for (let i = 0; i < halvings; i++) {
    const middle = (low + high) / 2
    const made = await encode(middle)
    if (made.bytes > outputRules.most) high = middle
    else [low, found] = [middle, made]
  }
  return found
}

/** Whether there is something left to show in more pixels. */
const hasRoom = ({ bytes }: Encoded, size: Size, picture: Size) =>
  bytes < outputRules.least && size.width < picture.width

/**
 * `encode` makes a JPEG of the picture in a size (px) and a quality (0–1); not what it made last is chosen,
 * but the best. Null: not even the smallest keeps to the hard limit.
 */
export async function searchOutput<T extends Encoded>(
  picture: Size,
  encode: (size: Size, quality: number) => Promise<T>,
): Promise<T | null> {
  let size = sizeAt(picture, longs[0] ?? largest)
  for (const long of longs) {
    size = sizeAt(picture, long)
    const made = await best((quality) => encode(size, quality))
    if (made === null) continue
    if (!hasRoom(made, size, picture)) return made
    const larger = await encode(sizeAt(picture, largest), fine)
    return larger.bytes <= outputRules.most ? larger : made
  }
  const made = await encode(size, worst)
  return made.bytes <= outputRules.hardLimit ? made : null
}
