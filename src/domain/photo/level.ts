/** How a phone is held over a paper, from gravity along its axes: in any unit, and with either sign, as phones differ. */
export interface Gravity {
  readonly x: number
  readonly y: number
  /** Through the screen. */
  readonly z: number
}

/** What the person should do: nothing, lay the phone flat over the paper, hold it upright before a wall. */
export type Level = 'level' | 'flat' | 'upright'

/** Degrees off that are said, and below which it is no longer said: a word at the border must not flicker. */
const said = 8
const unsaid = 6
/** Degrees from flat: beyond it the paper hangs on a wall. */
const wall = 60

/** Degrees from lying flat (0) to standing upright (90). */
export function tiltOf({ x, y, z }: Gravity): number {
  const all = Math.hypot(x, y, z)
  return all === 0 ? 0 : (Math.acos(Math.min(1, Math.abs(z) / all)) * 180) / Math.PI
}

export function levelOf(tilt: number, before: Level): Level {
  const off = tilt < wall ? tilt : 90 - tilt
  if (off <= (before === 'level' ? said : unsaid)) return 'level'
  return tilt < wall ? 'flat' : 'upright'
}
