/** The operator's folder: the example is sound, and everything wrong is refused with file, line and reason. */
import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import type * as buildConfig from '../../config/operator'
import { ownContent } from '#domain/content/content'
import { ownPalette } from '#domain/content/own-brand'
import { textsOf } from '#domain/content/texts'
import { pictures as drawn } from '../../src/miniapp/packages/guide/pictures'
import { buildCloudFunction } from '../../tools/bundles'
import { operatorValues } from '../../tools/operator-module.cjs'
import { checkDeadEnds } from '../../tools/operator/dead-ends'
import { contrast, faintPairs, readColours, themeColours } from '../../tools/operator/colours'
import { fileNames } from '../../tools/operator/folder'
import { needOperator, operatorDir, readOperator, type Operator } from '../../tools/operator/operator'
import { prepare, themeText } from '../../tools/operator/prepare'
import { longestAt } from '../../tools/operator/text-check'
import { budgets } from '../../tools/screenshots/budgets'

const root = path.resolve(__dirname, '../..')
const example = path.join(root, 'content/example-brand')
const now = Date.parse('2026-11-21T12:00:00+08:00')

let dir: string
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'operator-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

const put = (name: string, value: unknown) => {
  mkdirSync(path.dirname(path.join(dir, name)), { recursive: true })
  writeFileSync(path.join(dir, name), typeof value === 'string' ? value : JSON.stringify(value, null, 2))
}
const brand = { name: '开店小帮手', company: '苏州样例云店科技有限公司' }
const read = async () => {
  const result = await readOperator(dir, root, now)
  if (result === null) throw new Error('nothing there')
  return result
}
/** `file:line reason` of every fault. */
const faults = async (): Promise<readonly string[]> => {
  const result = await read()
  return result.ok ? [] : result.faults.map(({ file, line, reason }) => `${path.relative(dir, file)}:${line} ${reason}`)
}
const operatorOf = async (): Promise<Operator> => {
  const result = await read()
  if (!result.ok) throw new Error(JSON.stringify(result.faults))
  return result.operator
}

const source = { 'op-own': { title: '我们的价目表', kind: 'secondary', checked: '2026-11-20' } }
const sources = ['op-own']
const material = {
  id: 'op-storefront',
  group: 'photo',
  title: '门头照片',
  summary: '招牌要拍全',
  why: '放在店铺主页上。',
  accepted: ['横着拍'],
  slots: [{ id: 'op-storefront', label: '门头照片', shape: 'landscape' }],
  sources,
}
const step = {
  guide: 'finish-setup',
  id: 'op-authorise',
  title: '授权',
  device: 'computer',
  minutes: 5,
  instructions: [{ text: '扫码' }],
  sources,
}
const fee = { id: 'op-fee', label: '软件费', yuan: [1, 2], per: 'year', applies: { guide: 'reuse' }, sources }
const industry = { id: 'op-vending', label: '售货机', group: 'shop', category: '商家自营', sources }

describe('our own look', () => {
  const ours = readColours(root)

  test('keeps its contrasts; the palette and theme.json are its tokens', () => {
    expect([faintPairs(ours.light), faintPairs(ours.dark)]).toEqual([[], []])
    for (const theme of ['light', 'dark'] as const) {
      expect(ownPalette[theme]).toEqual(
        Object.fromEntries(
          Object.keys(ownPalette[theme]).map((name) => [name, ours[theme][name as keyof typeof ours.light]]),
        ),
      )
    }
    const theme = readFileSync(path.join(root, 'src/miniapp/theme.json'), 'utf8')
    expect(JSON.parse(themeText(JSON.parse(theme) as Parameters<typeof themeText>[0], ours))).toEqual(JSON.parse(theme))
    expect(themeColours(ours.light).tabOn).toBe('#0B5D6B')
  })

  test('contrast is that of WCAG 2', () => {
    expect(contrast('#FFFFFF', '#000000')).toBeCloseTo(21, 5)
    expect(contrast('#777777', '#FFFFFF')).toBeCloseTo(4.48, 2)
  })

  test('our own texts keep the lengths an operator has to keep', () => {
    const long = textsOf(ownContent).flatMap(({ address, said, key }) =>
      [said].flat().filter((sentence) => sentence.length > longestAt(address, key)),
    )
    expect(long).toEqual([])
  })
})

describe('a sound folder', () => {
  test('the example changes every kind of thing', async () => {
    const operator = await needOperator(example, root)
    expect(operator?.brand).toMatchObject({ name: '开店小帮手', shortName: '小帮手' })
    expect(Object.keys(operator?.overrides ?? {}).sort()).toEqual(
      ['feeNotes', 'fees', 'feesChecked', 'industries', 'materials', 'nudges', 'permits', 'steps', 'texts'].sort(),
    )
    expect(fileNames.filter((name) => !existsSync(path.join(example, name)))).toEqual([])
  })

  test('the default folder is empty: all is our own', async () => {
    expect(await readOperator(path.join(root, 'content'), root)).toBeNull()
    expect([operatorDir({}), operatorDir({ OPERATOR_DIR: 'x' })]).toEqual(['content', 'x'])
  })

  test('a name alone, and texts without a name', async () => {
    put('brand.json', brand)
    expect((await operatorOf()).brand).toEqual({ ...brand, shortName: brand.name })
    rmSync(path.join(dir, 'brand.json'))
    put('texts.json', { 'guides.reuse.menu.title': '打开「小程序管理」页' })
    expect((await operatorOf()).brand.name).toBe('开通助手')
  })

  test('extra pieces get what ours have: an icon, who they are for', async () => {
    put('materials.json', { add: [material] })
    put('sources.json', source)
    expect((await operatorOf()).overrides.materials?.[0]?.material).toMatchObject({
      icon: 'camera',
      applies: { not: { answer: 'subject', in: ['person'] } },
      notApplicable: '还没有营业执照',
    })
  })

  test('a byte order mark does no harm', async () => {
    put('brand.json', `\ufeff${JSON.stringify(brand)}`)
    expect(await faults()).toEqual([])
  })
})

describe('a wrong file', () => {
  const wrong: readonly (readonly [what: string, file: string, value: unknown, said: RegExp])[] = [
    [
      'a comma too much',
      'brand.json',
      '{\n  "name": "开店小帮手",\n  "company": "样例",\n}',
      /^brand.json:4 .*不是合法的 JSON/,
    ],
    ['a file that ends early', 'brand.json', '{\n  "name": "开店', /^brand.json:2 .*不是合法的 JSON/],
    [
      'a key twice',
      'brand.json',
      '{\n  "name": "开店小帮手",\n  "company": "样例",\n  "name": "开店帮手"\n}',
      /^brand.json:4 「name」写了两次/,
    ],
    ['an unknown key', 'brand.json', { ...brand, colour: {} }, /^brand.json:4 没有「colour」这一项/],
    ['a missing key', 'brand.json', { name: '开店小帮手' }, /^brand.json:1 缺少「company」/],
    ['a wrong type', 'brand.json', { ...brand, company: 5 }, /^brand.json:3 要写成文字/],
    ['not an object', 'brand.json', '[]', /^brand.json:1 要写成一组/],
    ['WeChat in the name', 'brand.json', { ...brand, name: '微信开店' }, /^brand.json:2 名称里不能带「微信」/],
    ['WeChat in English', 'brand.json', { ...brand, name: 'WeChat 开店' }, /^brand.json:2 .*不能带「wechat」/],
    ['Tencent in the short name', 'brand.json', { ...brand, shortName: '腾讯店' }, /^brand.json:4 不能带微信、腾讯/],
    [
      'a name too long for the bar',
      'brand.json',
      { ...brand, name: '一二三四五六七八九十' },
      /^brand.json:2 太长，最多 9 个字/,
    ],
    ['private use', 'brand.json', { ...brand, company: '样例\ue000' }, /^brand.json:3 .*U\+E000/],
    [
      'text that turns the reading direction',
      'brand.json',
      { ...brand, company: '样\u202e例' },
      /^brand.json:3 .*U\+202E/,
    ],
    [
      'half an accent',
      'brand.json',
      { ...brand, colours: { light: { accent: '#8A3B12' }, dark: {} } },
      /^brand.json:5 主色的四样要一起写/,
    ],
    [
      'a colour that is none',
      'brand.json',
      { ...brand, colours: { light: { ink: 'black' }, dark: {} } },
      /^brand.json:6 颜色要写成/,
    ],
    [
      'a token that is none',
      'brand.json',
      { ...brand, colours: { light: { green: '#00FF00' }, dark: {} } },
      /^brand.json:\d .*green/,
    ],
    [
      'a faint text',
      'brand.json',
      { ...brand, colours: { light: { 'ink-3': '#AAAAAA' }, dark: {} } },
      /^brand.json:6 ink-3 放在 sunken 上看不清：对比度 2.05/,
    ],
    ['no day', 'fees.json', { fees: { add: [] } }, /^fees.json:1 缺少「checked」/],
    ['a day there is not', 'fees.json', { checked: '2026-02-30' }, /^fees.json:2 日期/],
    ['a day to come', 'fees.json', { checked: '2026-11-22' }, /^fees.json:2 这一天还没到/],
    [
      'a fee upside down',
      'fees.json',
      { checked: '2026-11-20', fees: { add: [{ ...fee, yuan: [5, 1] }] } },
      /^fees.json:\d+ 前一个数不能比后一个大/,
    ],
    [
      'a fee without a source',
      'fees.json',
      { checked: '2026-11-20', fees: { add: [{ ...fee, sources: [] }] } },
      /^fees.json:16 至少要有一项/,
    ],
    [
      'a change without a source',
      'fees.json',
      { checked: '2026-11-20', fees: { change: [{ id: 'service-account-certification', yuan: [1, 1] }] } },
      /^fees.json:\d+ 缺少「sources」/,
    ],
    [
      'a source that is none',
      'fees.json',
      { checked: '2026-11-20', fees: { add: [{ ...fee, sources: ['op-none'] }] } },
      /^fees.json:\d+ 没有出处「op-none」/,
    ],
    [
      'a promise',
      'fees.json',
      { checked: '2026-11-20', fees: { add: [{ ...fee, note: '现在办理免费' }] } },
      /^fees.json:\d+ 不能承诺省钱/,
    ],
    [
      'a change of what is not there',
      'fees.json',
      { checked: '2026-11-20', fees: { change: [{ id: 'no-such', sources }] } },
      /^fees.json:6 没有编号是「no-such」的/,
    ],
    [
      'one id twice',
      'fees.json',
      { checked: '2026-11-20', fees: { add: [fee, fee] } },
      /^fees.json:\d+ 编号「op-fee」用过了/,
    ],
    [
      'an id of ours',
      'industries.json',
      { add: [{ ...industry, id: 'snacks' }] },
      /^industries.json:4 编号要以 op- 开头/,
    ],
    ['the last resort removed', 'industries.json', { remove: ['other'] }, /^industries.json:3 「其他行业」不能删/],
    [
      'a permit that is none',
      'industries.json',
      { add: [{ ...industry, permits: { any: [{ permit: 'food' }, { permit: 'telecom' }] } }] },
      /^industries.json:\d+ 没有编号是「food」的许可证/,
    ],
    [
      'a rule of two kinds',
      'industries.json',
      { add: [{ ...industry, permits: { permit: 'telecom', any: [] } }] },
      /^industries.json:\d+ 这条规则认不出来/,
    ],
    [
      'a permit with a check that is none',
      'permits.json',
      { add: [{ id: 'op-p', title: '证', shape: 'portrait', check: 'passport', sources }] },
      /^permits.json:\d+ 只能是 .*credit-code/,
    ],
    [
      'an address that is none',
      'texts.json',
      { 'guides.reuse.menu.titel': '打开' },
      /^texts.json:2 没有「guides.reuse.menu.titel」这一处；最像的是「guides.reuse.menu.title」/,
    ],
    [
      'a title too long',
      'texts.json',
      { 'guides.reuse.menu.title': '长'.repeat(25) },
      /^texts.json:2 太长，最多 24 个字，现在 25 个/,
    ],
    ['a list for a sentence', 'texts.json', { 'guides.reuse.menu.title': ['打开'] }, /^texts.json:2 这里是一句话/],
    ['a sentence for a list', 'texts.json', { 'materials.avatar.accepted': '正方形' }, /^texts.json:2 这里是一列话/],
    ['an empty sentence', 'texts.json', { 'guides.reuse.menu.title': ' ' }, /^texts.json:2 不能是空的/],
    ['a situation that is none', 'nudges.json', { lost: ['您好'] }, /^nudges.json:2 没有「lost」这一项/],
    ['no sentence', 'nudges.json', { step: [] }, /^nudges.json:2 至少/],
    [
      'a brace that nobody fills in',
      'nudges.json',
      { step: ['您好', '{date}前办好'] },
      /^nudges.json:4 「{date}」认不出来，这里能用的是 {what}/,
    ],
    ['a brace where there is none', 'nudges.json', { finished: ['{what} 好了'] }, /^nudges.json:3 .*这里不能用大括号/],
    [
      'a list and its sentence',
      'texts.json',
      { 'materials.avatar.accepted': ['一句'], 'materials.avatar.accepted.1': '两句' },
      /^texts.json:5 .*已经整列改了/,
    ],
    [
      'a condition that is none',
      'materials.json',
      { add: [{ ...material, applies: { when: 'always' } }] },
      /^materials.json:\d+ 这个条件认不出来/,
    ],
    [
      'an option that is none',
      'materials.json',
      { add: [{ ...material, applies: { not: { answer: 'subject', in: ['firm'] } } }] },
      /^materials.json:\d+ 问题「subject」没有「firm」这个选项/,
    ],
    [
      'a question that is none',
      'materials.json',
      { add: [{ ...material, applies: { any: [{ answer: 'colour', in: ['red'] }] } }] },
      /^materials.json:\d+ 只能是 subject/,
    ],
    [
      'a condition nobody meets',
      'materials.json',
      { add: [{ ...material, applies: { all: [{ guide: 'register-standalone' }, { guide: 'reuse' }] } }] },
      /^materials.json:\d+ 怎么回答都用不到/,
    ],
    [
      'a photo without a slot',
      'materials.json',
      { add: [{ ...material, slots: undefined }] },
      /^materials.json:\d+ 这一组要有照片/,
    ],
    [
      'a slot that is taken',
      'materials.json',
      { add: [{ ...material, slots: [...material.slots, ...material.slots] }] },
      /^materials.json:\d+ 编号「op-storefront」用过了/,
    ],
    [
      'a place that is none',
      'materials.json',
      { add: [{ ...material, after: 'hat' }] },
      /^materials.json:\d+ 前面没有编号是「hat」的材料/,
    ],
    [
      'an icon that is none',
      'materials.json',
      { add: [{ ...material, icon: 'rocket' }] },
      /^materials.json:\d+ 只能是 album/,
    ],
    [
      'a field with a check that is none',
      'materials.json',
      { add: [{ ...material, fields: [{ id: 'a', label: '一', input: 'text', check: 'x' }] }] },
      /^materials.json:\d+ 只能是 credit-code/,
    ],
    [
      'a choice of nothing',
      'materials.json',
      { add: [{ ...material, fields: [{ id: 'a', label: '一', input: 'choice' }] }] },
      /^materials.json:\d+ input 是 choice 的要有 choices/,
    ],
    [
      'a field twice',
      'materials.json',
      {
        add: [
          {
            ...material,
            fields: [
              { id: 'a', label: '一', input: 'text' },
              { id: 'a', label: '二', input: 'text' },
            ],
          },
        ],
      },
      /^materials.json:\d+ 编号「a」用过了/,
    ],
    [
      'a guide that is none',
      'steps.json',
      { add: [{ ...step, guide: 'pay' }] },
      /^steps.json:4 只能是 register-service-account/,
    ],
    [
      'a step after one that is not there',
      'steps.json',
      { add: [{ ...step, after: 'menu' }] },
      /^steps.json:\d+ 这一册里前面没有编号是「menu」的步骤/,
    ],
    [
      'four instructions',
      'steps.json',
      { add: [{ ...step, instructions: [1, 2, 3, 4].map((n) => ({ text: `第 ${n} 句` })) }] },
      /^steps.json:\d+ 最多三句/,
    ],
    [
      'a value from nowhere',
      'steps.json',
      { add: [{ ...step, fields: [{ label: '名', value: { entry: 't.shop.colour' } }] }] },
      /^steps.json:\d+ 没有「t.shop.colour」这个填写项/,
    ],
    [
      'a value that never leaves the phone',
      'steps.json',
      { add: [{ ...step, fields: [{ label: '账号', value: { entry: 't.company-bank-account.number' } }] }] },
      /^steps.json:\d+ .*要写成 l.company-bank-account.number/,
    ],
    [
      'a photo of nothing',
      'steps.json',
      { add: [{ ...step, fields: [{ label: '图', value: { photo: 'shop' } }] }] },
      /^steps.json:\d+ 没有编号是「shop」、要拍照的材料/,
    ],
    [
      'an error that is none',
      'steps.json',
      { add: [{ ...step, errors: ['boom'] }] },
      /^steps.json:\d+ 没有编号是「boom」的报错/,
    ],
    [
      'what comes first comes later',
      'steps.json',
      { add: [{ ...step, requires: ['finish-setup.app-id'] }] },
      /^steps.json:\d+ 「.+」这条路里，它排在后面/,
    ],
    [
      'what comes first is not there',
      'steps.json',
      { add: [{ ...step, requires: ['finish-setup.nothing'] }] },
      /^steps.json:\d+ 没有「finish-setup.nothing」这一步/,
    ],
    [
      'a clock that never ends',
      'steps.json',
      {
        add: [
          {
            ...step,
            clock: {
              id: 'op-c',
              kind: 'wait',
              title: '等',
              amount: 1,
              unit: 'day',
              consequence: '晚了',
              remedy: '打电话',
              until: 'register-standalone.landing',
            },
          },
        ],
      },
      /^steps.json:\d+ .*这条路里没有这一步，期限永远不会结束/,
    ],
    [
      'a source without a day',
      'sources.json',
      { 'op-own': { title: '价目表', kind: 'secondary' } },
      /^sources.json:2 缺少「checked」/,
    ],
    [
      'a source with our kind of id',
      'sources.json',
      { 'guide-004': source['op-own'] },
      /^sources.json:2 编号要以 op- 开头/,
    ],
    ['a misspelt file', 'brands.json', brand, /^brands.json:0 不认识这个文件/],
    [
      'a picture of no step',
      'screenshots/reuse/nothing.png',
      'x',
      /^screenshots\/reuse\/nothing.png:0 没有叫「reuse\/nothing」的步骤/,
    ],
    [
      'words beside no picture',
      'screenshots/reuse/menu.json',
      { date: null },
      /^screenshots\/reuse\/menu.json:0 旁边没有同名的图片/,
    ],
    [
      'a picture that is none',
      'screenshots/reuse/menu.png',
      '<html>',
      /^screenshots\/reuse\/menu.png:0 不是能用的图片/,
    ],
  ]

  test.each(wrong)('%s', async (_, file, value, said) => {
    put('brand.json', brand)
    if (file !== 'sources.json') put('sources.json', source)
    put(file, value)
    expect(await faults()).toEqual([expect.stringMatching(said)])
  })

  test('what can never be done is a dead end', () => {
    const [first] = ownContent.materials
    if (!first) throw new Error('no material')
    const fields = [{ id: 'a', label: '数', input: 'choice', choices: [] }] as const
    const stuck = { ...first, id: 'op-stuck', fields }
    const told: string[] = []
    const content = { ...ownContent, materials: [...ownContent.materials, stuck] }
    checkDeadEnds({}, content, (file, at, reason) => told.push(`${file} ${at.join('.')} ${reason}`))
    expect(told).toEqual(['industries.json  材料「op-stuck」怎么填都备不好：缺 数'])
    checkDeadEnds({}, ownContent, (file) => told.push(file))
    expect(told).toHaveLength(1)
  })

  test('all faults of all files are told at once, in order, and nothing is written', async () => {
    put('brand.json', { name: '微信', extra: 1, colours: { light: { edge: '#FFFFFF' }, dark: {} } })
    put('fees.json', { checked: '昨天' })
    put('texts.json', { 'no.such': '一' })
    const told = await faults()
    expect(told.map((line) => line.split(' ')[0])).toEqual([
      'brand.json:1',
      'brand.json:2',
      'brand.json:3',
      'brand.json:6',
      'fees.json:2',
      'texts.json:2',
    ])
    await expect(needOperator(dir, root)).rejects.toThrow(/有 6 处不对，什么都没有改/)
    expect(readdirSync(dir).sort()).toEqual(['brand.json', 'fees.json', 'texts.json'])
  })

  test('bytes that are no text', async () => {
    put('brand.json', brand)
    writeFileSync(path.join(dir, 'texts.json'), Buffer.from([0x7b, 0xff, 0xfe, 0x7d]))
    expect(await faults()).toEqual([expect.stringMatching(/^texts.json:0 不是 UTF-8/)])
  })

  test('no folder, an empty folder', async () => {
    const missing = await readOperator(path.join(dir, 'none'), root)
    const empty = await readOperator(dir, root)
    expect([missing, empty]).toMatchObject([{ ok: false }, { ok: false }])
  })
})

describe('captures', () => {
  const place = path.join(root, '.cache/operator')
  const prepared = () => (existsSync(place) ? readdirSync(place).sort() : [])
  const shot = () =>
    sharp({ create: { width: 1500, height: 900, channels: 3, background: '#8A3B12' } })
      .withExif({ IFD0: { Make: 'phone' } })
      .png()
      .toBuffer()
  const putShot = async (name: string, beside?: string) => {
    put(`screenshots/${name}.json`, beside ?? { date: '2026-11-20' })
    writeFileSync(path.join(dir, `screenshots/${name}.png`), await shot())
  }
  const square = { x: 0.3, y: 0.3, w: 0.2, h: 0.2 }

  test('every fault of every file, with the line of the sidecar; the operator’s own steps have instructions, too', async () => {
    put('brand.json', brand)
    put('sources.json', source)
    put('steps.json', { add: [step] })
    await putShot('finish-setup/op-authorise', `{\n"date": "2026-11-20",\n"highlights": [\n{"no": 2, "x": 0}]}`)
    await putShot('reuse/menu', '{"date": "2026-13-01"}')
    put('screenshots/reuse/scan.png', '<html>')
    put('texts.json', { 'no.such': '一' })
    expect(await faults()).toEqual([
      expect.stringMatching(/^texts.json:2 /),
      'screenshots/finish-setup/op-authorise.json:4 highlights[0].no：要是这一步说明里的号，1 到 1',
      expect.stringMatching(/^screenshots\/reuse\/menu.json:1 date：/),
      expect.stringMatching(/^screenshots\/reuse\/scan.png:0 不是能用的图片/),
    ])
  })

  test('what only the finished picture shows is told with all the rest, and nothing is written', async () => {
    put('brand.json', brand)
    const highlights = [
      { no: 1, ...square },
      { no: 2, ...square },
    ]
    await putShot('reuse/menu', `{"date": null,\n"highlights": ${JSON.stringify(highlights)}}`)
    const before = prepared()
    await expect(prepare(await operatorOf(), root)).rejects.toThrow(/menu.json:2 {2}画得不对：.*两个框叠在一起/)
    put('texts.json', { 'no.such': '一' })
    await expect(needOperator(dir, root)).rejects.toThrow(/有 2 处不对(.|\n)*texts.json:2(.|\n)*两个框叠在一起/)
    expect(prepared()).toEqual(before)
  }, 60_000)

  test('a capture comes in the drawing’s place, or after the drawings, which stay', async () => {
    put('brand.json', brand)
    put('texts.json', { 'guides.reuse.scan.title': '用管理员的微信扫' })
    await putShot('reuse/menu')
    await putShot('reuse/scan-8', JSON.stringify({ date: null, highlights: [{ no: 1, ...square }] }))
    const folder = await prepare(await operatorOf(), root)
    process.env.OPERATOR_BUILD = folder
    const { operatorPictures } = operatorValues()
    const patterns = copiedNow()
    delete process.env.OPERATOR_BUILD
    const menu = operatorPictures['reuse/menu'] ?? []
    expect(menu.map(({ file }) => file)).toEqual(drawn['reuse/menu']?.map(({ file }) => file))
    expect(menu[0]).toMatchObject({ width: 1125, kind: 'capture', alt: expect.stringMatching(/^截图（2026-11-20）：/) })
    expect(menu.slice(1)).toEqual(drawn['reuse/menu']?.slice(1))
    const scan = operatorPictures['reuse/scan'] ?? []
    expect(scan.slice(0, -1)).toEqual(drawn['reuse/scan'])
    expect(scan.at(-1)).toMatchObject({ alt: expect.stringContaining('截图：「用管理员的微信扫」这一步的页面。1，') })
    expect(Object.keys(operatorPictures)).toEqual(['reuse/menu', 'reuse/scan'])
    expect(patterns).toContain('**/reuse/menu.*')
    const made = path.join(folder, 'pictures/reuse/menu.png')
    expect((await sharp(made).metadata()).exif).toBeUndefined()
    expect(statSync(made).size).toBeLessThan(budgets.capture)
    rmSync(folder, { recursive: true })
  }, 60_000)
})

/** What config/operator.ts leaves out of our own pictures, in a process that begins with the present environment. */
function copiedNow(): readonly string[] {
  let left: readonly string[] = []
  jest.isolateModules(() => {
    const { copied } = jest.requireActual<typeof buildConfig>('../../config/operator')
    left = copied('dist/x', 'weapp').flatMap(({ ignore }) => ignore ?? [])
  })
  return left
}

describe('what a build takes in', () => {
  test('module, styles, theme, icons and pictures; the same sources give the same folder', async () => {
    cpSync(example, dir, { recursive: true })
    const operator = await operatorOf()
    const folder = await prepare(operator, root)
    expect(await prepare(operator, root)).toBe(folder)
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) =>
      name.split(path.sep).join('/'),
    )
    expect(names.filter((name) => /^tabs\/(home|checklist|guide|me)\b.*\.png$/.test(name))).toHaveLength(16)
    expect(names).toEqual(expect.arrayContaining(['brand.css', 'operator.js', 'tabs/share.png', 'theme.json']))
    expect(names).toContain('pictures/finish-setup/op-authorise.png')
    process.env.OPERATOR_BUILD = folder
    const made = operatorValues()
    const [cloud = ''] = await buildCloudFunction(path.join(dir, 'index.js'))
    delete process.env.OPERATOR_BUILD
    expect(readFileSync(cloud, 'utf8')).toContain('op-authorise')
    expect(made.operatorPictures['finish-setup/op-authorise']).toEqual([
      {
        file: '/packages/guide/pictures/finish-setup/op-authorise.png',
        width: 1125,
        height: expect.any(Number),
        alt: expect.stringMatching(/^截图（2026-11-20）：样例云店后台的授权页。1，/),
        kind: 'capture',
      },
    ])
    expect(made.palette.light.accent).toBe('#8A3B12')
    expect(readFileSync(path.join(folder, 'brand.css'), 'utf8')).toContain('--accent: #8A3B12;')
    rmSync(folder, { recursive: true })
  }, 60_000)
})

test('a wrong folder ends every tool with exit code 1 and its faults, before anything else', () => {
  put('brand.json', { ...brand, name: '微信店' })
  const { status, stderr, stdout } = spawnSync(process.execPath, ['tools/run.mjs', 'tools/build-web.ts'], {
    cwd: root,
    env: { ...process.env, OPERATOR_DIR: dir, WEB_DIR: path.join(dir, 'web') },
    encoding: 'utf8',
  })
  expect([status, stdout]).toEqual([1, ''])
  expect(stderr).toContain(`${path.join(dir, 'brand.json')}:2  名称里不能带「微信」`)
  expect(existsSync(path.join(dir, 'web'))).toBe(false)
}, 30_000)

test('our name stands in one place of the source', () => {
  const name = /开通助手/
  const found = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.(tsx?|s?css|html|json)$/.test(file) && name.test(readFileSync(path.join(root, 'src', file), 'utf8')),
  )
  expect(found.map((file) => file.split(path.sep).join('/'))).toEqual(['domain/content/own-brand.ts'])
})
