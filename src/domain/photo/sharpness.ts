/**
 * How sharp the print is, whatever its contrast and however the camera counts its pixels. A sharp edge
 * changes as much within one px as within four; a blurred one spreads its change over all of them. The
 * picture is looked at in the size in which it is handed in (a paper of about 1,600 px), so what counts is
 * the blur against the paper's own small print.
 */
import { quantile, type Plane } from './pixels'

const block = 16
/** One px and about four px in four directions: a shaken hand blurs one of them only. */
const directions = [
  { dx: 1, dy: 0, far: 7, even: 1 },
  { dx: 0, dy: 1, far: 7, even: 1 },
  { dx: 1, dy: 1, far: 5, even: 0.66 },
  { dx: 1, dy: -1, far: 5, even: 0.66 },
] as const
const margin = 8

interface Block {
  /** Mean square change within one px and within four, for each direction. */
  readonly near: readonly number[]
  readonly far: readonly number[]
}

function blockAt({ width, data }: Plane, left: number, top: number): Block {
  const sums = directions.map(({ dx, dy, far }) => {
    const [step, leap] = [dy * width + dx, (dy * width + dx) * far]
    let [near, wide] = [0, 0]
    for (let y = top; y < top + block; y++)
      for (let x = left, i = y * width + left; x < left + block; x++, i++) {
        const here = data[i] ?? 0
        near += ((data[i + step] ?? 0) - here) ** 2
        wide += ((data[i + leap] ?? 0) - here) ** 2
      }
    return [near / block ** 2, wide / block ** 2] as const
  })
  return { near: sums.map(([near]) => near), far: sums.map(([, wide]) => wide) }
}

/**
 * Of one piece of the paper with print on it: about 0.3 when sharp, below 0.15 when blurred. Null: nothing
 * is printed there.
 */
export function sharpnessOf(luma: Plane): number | null {
  const blocks: Block[] = []
  for (let y = margin; y + block + margin <= luma.height; y += block)
    for (let x = margin; x + block + margin <= luma.width; x += block) blocks.push(blockAt(luma, x, y))
  if (blocks.length === 0) return null
  const energy = (one: Block) => one.far.reduce((sum, value) => sum + value, 0) / directions.length
  // Bare paper shows what noise alone changes.
  const flat = directions.map((_, d) =>
    quantile(
      blocks.map(({ near }) => near[d] ?? 0),
      0.1,
    ),
  )
  const strongest = quantile(blocks.map(energy), 0.95)
  const noise = Math.max(...flat)
  const printed = blocks.filter((one) => energy(one) > Math.max(strongest * 0.25, noise * 4, 12))
  if (printed.length < 4) return null
  const ratios = directions.map(({ even }, d) => {
    const near = printed.reduce((sum, one) => sum + Math.max(0, (one.near[d] ?? 0) - (flat[d] ?? 0)), 0)
    const far = printed.reduce((sum, one) => sum + Math.max(0.001, (one.far[d] ?? 0) - (flat[d] ?? 0)), 0)
    return (near / far) * even
  })
  return Math.min(...ratios)
}
