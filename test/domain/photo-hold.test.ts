/** How the phone is held: over a paper on a table, before one on a wall; and how it was held, as the file says. */
import { levelOf, tiltOf, type Level } from '../../src/domain/photo/level'
import { turnsOf } from '../../src/domain/photo/orientation'

const held = (degrees: number, sign = -1) => {
  const angle = (degrees * Math.PI) / 180
  return { x: 0, y: Math.sin(angle) * 9.8, z: Math.cos(angle) * 9.8 * sign }
}

test('the tilt is the same whatever unit and sign the phone uses', () => {
  for (const degrees of [0, 5, 45, 90]) {
    expect(tiltOf(held(degrees))).toBeCloseTo(degrees)
    expect(tiltOf(held(degrees, 1))).toBeCloseTo(degrees)
  }
  expect(tiltOf({ x: 0, y: 0, z: 0 })).toBe(0) // falling
})

test('a word comes beyond 8° and goes below 6°', () => {
  let level: Level = 'level'
  const said = [0, 7.9, 8.1, 7, 6.1, 5.9, 7.9].map((tilt) => (level = levelOf(tilt, level)))
  expect(said).toEqual(['level', 'level', 'flat', 'flat', 'flat', 'level', 'level'])
})

test('before a wall it is to stand upright', () => {
  expect([50, 65, 81, 83, 90].map((tilt) => levelOf(tilt, 'level'))).toEqual([
    'flat',
    'upright',
    'upright',
    'level',
    'level',
  ])
})

/** A JPEG's beginning; an APP0 segment first, as most cameras write one. */
function jpeg(tag: number, little: boolean): Uint8Array {
  const word = (value: number) => (little ? [value, 0] : [0, value])
  const long = (value: number) => (little ? [value, 0, 0, 0] : [0, 0, 0, value])
  const name = little ? [0x12, 0x01] : [0x01, 0x12]
  const entries = [
    [...(little ? [0x0f, 0x01] : [0x01, 0x0f]), ...word(2), ...long(0), ...long(0)],
    [...name, ...word(3), ...long(1), ...word(tag), 0, 0],
  ]
  const tiff = [...(little ? [0x49, 0x49, 42, 0] : [0x4d, 0x4d, 0, 42]), ...long(8), ...word(2), ...entries.flat()]
  const app0 = [0xff, 0xe0, 0, 6, 0x4a, 0x46, 0x49, 0x46]
  return Uint8Array.from([0xff, 0xd8, ...app0, 0xff, 0xe1, 0, tiff.length + 8, 0x45, 0x78, 0x69, 0x66, 0, 0, ...tiff])
}

test.each([true, false])('quarter turns of a JPEG, whatever its byte order (little-endian: %s)', (little) => {
  expect([1, 3, 6, 8, 2, 99].map((tag) => turnsOf(jpeg(tag, little)))).toEqual([0, 2, 1, 3, 0, 0])
})

test('what is cut off, no JPEG or lying lies as it should', () => {
  const whole = jpeg(6, true)
  for (let length = 0; length < whole.length; length++) {
    const turns = turnsOf(whole.slice(0, length))
    expect([0, 1]).toContain(turns)
  }
  expect(turnsOf(Uint8Array.from([0x89, 0x50, 0x4e, 0x47]))).toBe(0)
  const far = jpeg(6, true)
  far.set([0xff, 0xff, 0xff, 0x7f], 24) // the address of its first entry
  expect(turnsOf(far)).toBe(0)
})
