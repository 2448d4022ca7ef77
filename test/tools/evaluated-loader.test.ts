import { moduleOf } from '../../config/evaluated-loader.cjs'

/** The literals that config/evaluated-loader.cjs writes: equal to the value, shared parts written once. */
const evaluated = (exported: object) => {
  const code = moduleOf(exported).replace(/^export const (\w+) =/gm, 'out.$1 =')
  const out: Record<string, unknown> = {}
  new Function('out', code)(out)
  return out
}

const long = '这一句话足够长，出现不止一次，所以只写一遍，别处用它的名字。'

test('what is written is what was exported', () => {
  const rule = {
    any: [
      { permit: 'a', scope: long },
      { permit: 'b', scope: long },
    ],
  }
  const list = {
    rows: [
      { id: '1', rule, note: long },
      { id: '2', rule, note: long, none: null, on: true, n: 1.5 },
    ],
  }
  expect(evaluated({ list })).toEqual({ list })
})

test('what occurs twice stands there once', () => {
  const code = moduleOf({ list: [{ note: long }, { note: long }] })
  expect(code.split(long).length).toBe(2)
})

test('a long list of things has the names of their properties once, and things differ all the same', () => {
  const list = ['a', 'b', 'c', 'd', 'e'].map((id, i) => ({
    id,
    label: `第 ${i} 个`,
    ...(i === 3 && { rule: { any: [] } }),
  }))
  const sparse = [{ z: 1 }, { id: '', y: [null, 2] }, { id: 'c', z: 0 }, { z: null }, ...list]
  expect(evaluated({ list })).toEqual({ list })
  expect(moduleOf({ list }).split('label').length).toBe(2)
  expect(evaluated({ deep: { sparse } })).toEqual({ deep: { sparse } })
})

test('undefined values are left out, two exports both come', () => {
  expect(evaluated({ a: { x: undefined, y: 1 }, b: ['z'] })).toEqual({ a: { y: 1 }, b: ['z'] })
})

test('signs that a script would misread survive', () => {
  const text = 'a"b\\c\n</script>\u2028`${x}`'
  expect(evaluated({ text: [text, long] })).toEqual({ text: [text, long] })
})
