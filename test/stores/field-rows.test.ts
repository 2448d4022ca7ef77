/** A step's fields beside the numbers of its pictures, and what each row says and does. */
import { content } from '#domain/content/content'
import type { StepField } from '#domain/content/types'
import { fieldRows } from '../../src/miniapp/features/step/field-rows'
import { fieldShown, type Known } from '../../src/miniapp/features/step/field-shown'
import { sentencesUpTo } from '../../src/miniapp/features/step/part-sentences'
import { inOrder, kindWords, tallest, type StepPicture } from '../../src/miniapp/features/step/step-pictures'
import { pictures } from '../../src/miniapp/packages/guide/pictures'

const field = (label: string): StepField => ({ label, value: { text: label } })
const picture = (over: Partial<StepPicture>): StepPicture => ({
  file: 'a.png',
  width: 750,
  height: 900,
  alt: '',
  ...over,
})
const rowsOf = (labels: readonly string[], ...shown: readonly StepPicture[]) =>
  fieldRows(labels.map(field), shown).map(({ no, field: { label } }) => [no, label])

describe('numbers', () => {
  test('a field has the number of the frame that names it; the others come last, in their own order', () => {
    const shown = picture({
      hits: [
        { no: 2, fields: ['账号', '开户名称'] },
        { no: 1, fields: ['方式'] },
      ],
    })
    expect(rowsOf(['开户名称', '网点', '账号', '方式', '备注'], shown)).toEqual([
      [1, '方式'],
      [2, '开户名称'],
      [2, '账号'],
      [null, '网点'],
      [null, '备注'],
    ])
  })

  test('a label broken by hand on the picture is the same label', () =>
    expect(rowsOf(['统一社会信用代码'], picture({ hits: [{ no: 3, fields: ['统一社会\n信用代码'] }] }))).toEqual([
      [3, '统一社会信用代码'],
    ]))

  test('of two pictures that show the field the first one counts', () => {
    const [first, second] = [
      picture({ hits: [{ no: 1, fields: ['邮箱'] }] }),
      picture({ hits: [{ no: 2, fields: ['邮箱'] }] }),
    ]
    expect(rowsOf(['邮箱'], first, second)).toEqual([[1, '邮箱']])
  })

  test('without pictures, or with pictures without numbers, nothing is numbered and nothing is lost', () => {
    expect(rowsOf(['甲', '乙'])).toEqual([
      [null, '甲'],
      [null, '乙'],
    ])
    expect(rowsOf(['甲', '乙'], picture({}))).toEqual([
      [null, '甲'],
      [null, '乙'],
    ])
  })

  const steps = content.guides.flatMap((guide) => guide.steps.map((step) => ({ name: `${guide.id}/${step.id}`, step })))
  test.each(steps)('$name: every field keeps its row, every number is an instruction', ({ name, step }) => {
    const rows = fieldRows(step.fields ?? [], pictures[name] ?? [])
    expect(new Set(rows.map((row) => row.field))).toEqual(new Set(step.fields ?? []))
    for (const { no } of rows) expect(no === null || (no >= 1 && no <= step.instructions.length)).toBe(true)
  })

  test('most fields of the forms are pointed at by a picture', () => {
    const rows = steps.flatMap(({ name, step }) => fieldRows(step.fields ?? [], pictures[name] ?? []))
    expect(rows.filter(({ no }) => no !== null).length / rows.length).toBeGreaterThan(0.6)
  })
})

describe('what a row says', () => {
  const known = (over: Partial<Known> = {}): Known => ({
    entries: new Map(),
    materials: content.materials,
    photographed: new Set(),
    licence: null,
    ...over,
  })
  const code: StepField = { label: '统一社会信用代码', value: { entry: 't.business-licence.code' } }

  test('the merchant’s own value, to copy', () => {
    const entries = new Map([['t.business-licence.code', '92330102MA2EXAMP5X']])
    expect(fieldShown(code, known({ entries }))).toEqual({ act: 'copy', text: '92330102MA2EXAMP5X', read: false })
  })

  test('nothing entered: leads to the material', () =>
    expect(fieldShown(code, known())).toEqual({ act: 'fill', text: '还没填', material: 'business-licence' }))

  test('what the licence’s code says, while it is not confirmed, is offered as read', () => {
    const licence = { code: '92330102MA2EXAMP5X' }
    expect(fieldShown(code, known({ licence }))).toMatchObject({ act: 'copy', text: licence.code, read: true })
    const name: StepField = { label: '企业全称', value: { entry: 't.business-licence.name' } }
    expect(fieldShown(name, known({ licence }))).toMatchObject({ act: 'fill' })
    const entries = new Map([['t.business-licence.code', '92330102MA2OTHER5X']])
    expect(fieldShown(code, known({ licence, entries }))).toMatchObject({ text: '92330102MA2OTHER5X', read: false })
  })

  test('a photo leads to the photo, taken or not', () => {
    const photo: StepField = { label: '营业执照', value: { photo: 'business-licence' } }
    expect(fieldShown(photo, known())).toMatchObject({ act: 'shoot', text: '还没拍', material: 'business-licence' })
    const photographed = new Set(['business-licence'])
    expect(fieldShown(photo, known({ photographed }))).toMatchObject({ act: 'look', text: '用拍好的照片' })
  })

  test('what is typed on the official page only says so, once', () => {
    const of = (onPage: string) => fieldShown({ label: '', value: { onPage } }, known())
    expect(of('手机短信里的 6 位数字')).toEqual({ act: 'none', text: '在页面上填：手机短信里的 6 位数字' })
    expect(of('到页面上照身份证填，我们不存')).toEqual({ act: 'none', text: '到页面上照身份证填，我们不存' })
  })
})

describe('pictures', () => {
  test('crops come first, whole pages behind them', () => {
    const all = [
      picture({ file: '1' }),
      picture({ file: '1-full', kind: 'full' }),
      picture({ file: '2', kind: 'capture' }),
    ]
    expect(inOrder(all).map(({ file }) => file)).toEqual(['1', '2', '1-full'])
    expect(inOrder(all).map(kindWords)).toEqual([null, '实拍', '整页'])
  })

  test('the tallest one sets the height of the strip', () =>
    expect(tallest([picture({}), picture({ height: 1500 }), picture({ width: 1280, height: 720 })])).toBe(2))
})

describe('sentences of the parts', () => {
  const parts = 'abcdefghij'.split('').map((id) => ({ id }))

  test('this one and the two after it; a few at the end come along', () => {
    expect(sentencesUpTo(parts, new Set())).toBe(3)
    expect(sentencesUpTo(parts, new Set('abcd'))).toBe(7)
    expect(sentencesUpTo(parts, new Set('abcde'))).toBe(10)
    expect(sentencesUpTo(parts.slice(0, 5), new Set())).toBe(5)
  })

  test('parts that only some have never hold it up', () => {
    const some = [{ id: 'a' }, ...parts.slice(1).map((part) => ({ ...part, optional: true as const }))]
    expect(sentencesUpTo(some, new Set('a'))).toBe(10)
  })
})
