/** Random JSON, and bodies bent at random: repeatable from a seed. */
export type Random = () => number

/** mulberry32: 0 ≤ x < 1. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)] as T

const awkward: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -0,
  -1,
  1,
  1.5,
  1e308,
  -1e308,
  2 ** 31,
  2 ** 53,
  9_007_199_254_740_993,
  253_402_300_800_000,
  '',
  ' ',
  '0',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '../../etc/passwd',
  '%2e%2e%2f',
  '\u0000',
  '\ud800',
  '\u202e',
  '👩‍🍳',
  '海棠花店',
  "' OR 1=1 --",
  '{"$gt":""}',
  '${7*7}',
  '<script>alert(1)</script>',
  'a'.repeat(64),
  'A'.repeat(22),
  'x'.repeat(300),
  '9999999999999-zzzz-device001',
  '0000000000000-0000-device001',
  't.shop.name',
  'v.photo.x',
  'l.company-bank-account.number',
]
const names = ['a', '', '__proto__', 'constructor', 'provider', 'ops', 'k', 'v', 's', 'photoId', 'doc', '$set', 'x.y']

export function randomJson(random: Random, depth = 5): unknown {
  const kind = random()
  if (depth === 0 || kind < 0.5) return pick(random, awkward)
  const size = Math.floor(random() * 4)
  if (kind < 0.7) return Array.from({ length: size }, () => randomJson(random, depth - 1))
  return withMembers(Array.from({ length: size }, () => [pick(random, names), randomJson(random, depth - 1)]))
}

/** As a parser makes it: `__proto__` is a member like any other. */
const withMembers = (members: readonly (readonly [string, unknown])[]): unknown =>
  JSON.parse(`{${members.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join(',')}}`)

/** The body with none to three of its places changed, removed, doubled or added to. */
export function mutated(body: unknown, random: Random): unknown {
  let bent = body
  for (let left = Math.floor(random() * 4); left > 0; left--) bent = bend(bent, random)
  return bent
}

function bend(value: unknown, random: Random): unknown {
  if (typeof value !== 'object' || value === null || random() < 0.15) return randomJson(random, 3)
  if (Array.isArray(value)) return bendList(value, random)
  const members = Object.entries(value)
  const at = Math.floor(random() * members.length)
  const how = random()
  if (how < 0.15) return withMembers(members.filter((_, i) => i !== at))
  if (how < 0.3) return withMembers([...members, [pick(random, names), randomJson(random, 2)]])
  return withMembers(members.map(([name, member], i) => [name, i === at ? bend(member, random) : member]))
}

function bendList(list: readonly unknown[], random: Random): unknown {
  const how = random()
  if (list.length === 0 || how < 0.2) return [...list, randomJson(random, 2)]
  if (how < 0.3) return Array.from({ length: 300 }, () => list[0])
  if (how < 0.4) return []
  const at = Math.floor(random() * list.length)
  return list.map((each, i) => (i === at ? bend(each, random) : each))
}
