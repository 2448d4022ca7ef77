/** What the pictures describe is what the guides ask: numbers, labels, whole pages. Nothing is drawn here. */
import { altOf, hitsOf } from '../../tools/screenshots/alt'
import { elementsOf, fieldHits, fieldName, rowsIn } from '../../tools/screenshots/hits'
import { pictures } from '../../tools/screenshots/pictures/index'
import { stepNamed, stepOf } from '../../tools/screenshots/steps'
import type { Element, Of, Picture } from '../../tools/screenshots/types'
import { wholeOf } from '../../tools/screenshots/whole'
import { content } from '#domain/content/content'
import type { Step, StepField } from '#domain/content/types'

const steps = content.guides.flatMap((guide) => guide.steps.map((step) => [`${guide.id}/${step.id}`, step] as const))
const picturesOf = (id: string) => pictures.filter((picture) => stepOf(picture.id) === id)
const rowsOf = (picture: Picture) => elementsOf(picture).flatMap(rowsIn)

describe.each(steps)('%s', (id, step) => {
  test('every number has its instruction, and every instruction its number', () => {
    const numbers = new Set(picturesOf(id).flatMap((picture) => hitsOf(picture).map(({ hit }) => hit.no)))
    expect([...numbers].sort()).toEqual(step.instructions.map((_, index) => index + 1))
  })

  test('every field of the guide is drawn with the guide’s own label', () => {
    const drawn = new Set(picturesOf(id).flatMap((picture) => rowsOf(picture).map(fieldName)))
    expect(onPage(step).filter((label) => !drawn.has(label))).toEqual([])
  })

  test('every box to fill in is a field of the guide, or says that it is none', () => {
    const known = new Set((step.fields ?? []).map(({ label }) => label))
    const strangers = picturesOf(id)
      .filter(({ wide }) => !wide)
      .flatMap(rowsOf)
      .filter((row) => !row.free && fillable(row) && !known.has(fieldName(row)))
    expect(strangers.map(fieldName)).toEqual([])
  })

  test('a line marked as no field is none', () => {
    const known = new Set((step.fields ?? []).map(({ label }) => label))
    const wrong = picturesOf(id)
      .flatMap(rowsOf)
      .filter((row) => row.free && known.has(fieldName(row)))
    expect(wrong.map(fieldName)).toEqual([])
  })

  test('no field stands in the frames of two numbers', () => {
    const owners = new Map<string, Set<number>>()
    for (const { no, fields } of picturesOf(id).flatMap(fieldHits))
      for (const label of fields) owners.set(label, (owners.get(label) ?? new Set()).add(no))
    expect([...owners].filter(([, numbers]) => numbers.size > 1)).toEqual([])
  })
})

/** Spare values, and texts or addresses that are the same for everybody, have no box of their own on the page. */
const spare = new Set(['备用名称一', '备用名称二', '开户网点'])
const onPage = ({ fields = [] }: Step): readonly string[] =>
  fields.filter(({ value, label }: StepField) => !('text' in value) && !spare.has(label)).map(({ label }) => label)

const fillable = ({ body }: Of<'row'>): boolean => body.some(({ kind }) => kind === 'input' || kind === 'upload')

describe('the official words', () => {
  const texts = (element: Element): readonly string[] =>
    'body' in element ? element.body.flatMap(texts) : element.kind === 'words' ? [element.text] : []

  test('what the guide calls a field ends in what the page calls it', () => {
    for (const row of pictures.flatMap(rowsOf))
      if (row.field) expect(row.field.endsWith([row.label].flat().join(''))).toBe(true)
  })

  test('no word of ours says 帐号: only the page’s own do', () => {
    const says = pictures.flatMap((picture) => hitsOf(picture).map(({ hit }) => hit.say ?? ''))
    expect(says.filter((say) => say.includes('帐号'))).toEqual([])
  })

  test('legal text is bars: no sentence is longer than 60 characters', () => {
    const long = pictures.flatMap((picture) => elementsOf(picture).flatMap(texts)).filter((text) => text.length > 60)
    expect(long).toEqual([])
  })
})

describe('whole pages', () => {
  const wide = pictures.filter(({ wide }) => wide !== undefined)

  test('stand right behind their crop, and come from its description', () => {
    expect(wide.length).toBeGreaterThanOrEqual(10)
    for (const picture of wide) {
      const crop = pictures[pictures.indexOf(picture) - 1]
      expect(picture.id).toBe(`${crop?.id}-full`)
      expect(crop && wholeOf(crop)).toEqual(picture)
    }
  })

  test('carry the same numbers on the same things', () => {
    for (const picture of wide) {
      const crop = pictures.find(({ id }) => `${id}-full` === picture.id)
      const numbers = (one: Picture | undefined) => (one ? hitsOf(one).map(({ hit }) => hit.no) : [])
      expect(numbers(picture)).toEqual(numbers(crop))
      expect(crop && fieldHits(crop)).toEqual(fieldHits(picture))
    }
  })

  test('a picture without surroundings has none', () => {
    expect(wholeOf({ id: 'reuse/menu', page: '页', body: [] })).toBeNull()
  })
})

describe('the numbers of the fields', () => {
  const step = 'register-service-account/email-password'
  const line = (label: string): Of<'row'> => ({ kind: 'row', label, body: [{ kind: 'input' }] })
  const picture = (body: readonly Element[]): Picture => ({ id: step, page: '页', body })

  test('a framed line is its field', () => {
    expect(fieldHits(picture([{ ...line('邮箱'), hit: { no: 1 } }]))).toEqual([{ no: 1, fields: ['邮箱'] }])
  })

  test('a frame around lines holds all of them, whatever else is inside', () => {
    const group: Element = { kind: 'group', hit: { no: 3 }, body: [line('密码'), line('别的'), line('确认密码')] }
    expect(fieldHits(picture([group]))).toEqual([{ no: 3, fields: ['密码', '确认密码'] }])
  })

  test('a button beside an input, framed, is the line it stands in', () => {
    const body: readonly Element[] = [{ kind: 'input', beside: [{ kind: 'button', text: '激活邮箱', hit: { no: 1 } }] }]
    expect(fieldHits(picture([{ kind: 'row', label: '邮箱', body }]))).toEqual([{ no: 1, fields: ['邮箱'] }])
  })

  test('a label broken by hand is one label, a pop-up’s lines count', () => {
    const dialog = { title: '提示', body: [{ ...line(''), label: ['邮箱', '验证码'], hit: { no: 2 as const } }] }
    expect(fieldHits({ ...picture([]), dialog })).toEqual([{ no: 2, fields: ['邮箱验证码'] }])
  })

  test('what frames no field of the step gives none', () => {
    expect(fieldHits(picture([{ ...line('别的'), hit: { no: 1 } }, line('邮箱')]))).toEqual([])
  })

  test('an unknown step is a mistake', () => {
    expect(() => fieldHits({ id: 'reuse/nowhere', page: '页', body: [] })).toThrow('nowhere')
    expect(stepNamed(step).title).not.toBe('')
  })
})

describe('the text alternatives', () => {
  const all = pictures.map((picture) => [picture.id, altOf(picture)] as const)

  test.each(all)('%s can be said aloud', (_, alt) => {
    expect(alt).not.toMatch(/undefined|null|「」|「「|」」|。。|，，|，。|：。|\n/)
    expect(alt.endsWith('。')).toBe(true)
    expect(alt.length).toBeLessThanOrEqual(260)
  })

  test('a pop-up is told with its words, and with its buttons when no number points at one', () => {
    const alt = altOf({
      id: 'reuse/terms',
      page: '一页',
      body: [],
      dialog: { title: '提示', body: [{ kind: 'words', text: '先做\n认证' }], buttons: [{ label: '前往认证' }] },
    })
    expect(alt).toBe(
      '示意图：一页，网址 mp.weixin.qq.com，上面弹出「提示」。弹窗里写着「先做认证」。下面有按钮「前往认证」。',
    )
  })

  test('every caution in a pop-up is in its words', () => {
    for (const picture of pictures)
      for (const element of picture.dialog?.body ?? [])
        if (element.kind === 'words') expect(altOf(picture)).toContain(element.text.replace(/\n/g, ''))
  })
})
