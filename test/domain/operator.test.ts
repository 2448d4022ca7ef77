/** An operator's words over ours: nothing lost, nothing broken, and nothing at all when there are none. */
import fc from 'fast-check'
import { content, ownContent } from '#domain/content/content'
import { overrides } from '#domain/content/operator'
import type { Overrides } from '#domain/content/operator-types'
import { textsOf, withTexts } from '#domain/content/texts'
import type { Material, Step } from '#domain/content/types'
import { withOverrides } from '#domain/content/with-overrides'
import { keyOf, type Value } from '#domain/entries'
import { progress } from '#domain/progress'
import { plan } from '#domain/route'

const sources = ['op-own'] as const
const material: Material = {
  id: 'op-storefront',
  group: 'photo',
  title: '门头照片',
  summary: '招牌要拍全',
  icon: 'store',
  why: '放在店铺主页上。',
  accepted: ['横着拍'],
  slots: [{ id: 'op-storefront', label: '门头照片', shape: 'landscape' }],
  sources,
}
const step: Step = {
  id: 'op-authorise',
  title: '授权',
  device: 'computer',
  minutes: 5,
  instructions: [{ text: '扫码' }],
  sources,
}
const find = (given: Overrides) => withOverrides(ownContent, given)
const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id)

describe('nothing overridden', () => {
  test('this copy is our own', () => {
    expect(overrides).toEqual({})
    expect(content).toBe(ownContent)
  })

  test.each<Overrides>([
    {},
    { fees: {}, feeNotes: {}, permits: {}, industries: {}, materials: [], steps: [], texts: {} },
    { fees: { add: [], change: [], remove: [] } },
    {
      texts: { 'guides.no-such.title': '没有' },
      industries: { remove: ['no-such'], change: [{ id: 'no-such', label: 'x' }] },
    },
  ])('%j leaves the content as it is', (given) => expect(find(given)).toEqual(ownContent))
})

describe('each table', () => {
  test('a fee changes, is added and goes; the card counts it and shows the operator’s day', () => {
    const [first] = ownContent.fees
    const merged = find({
      feesChecked: '2026-11-20',
      fees: {
        change: [{ id: 'mini-program-certification-company', yuan: [310, 320] }],
        add: [
          {
            id: 'op-software',
            label: '软件费',
            yuan: [980, 1980],
            per: 'year',
            applies: { guide: 'finish-setup' },
            sources,
          },
        ],
        remove: [first?.id ?? ''],
      },
    })
    expect(ids(merged.fees)).toEqual([...ids(ownContent.fees).slice(1), 'op-software'])
    expect(merged.fees[0]).toEqual({ ...ownContent.fees[1], yuan: [310, 320] })
    const answers = { subject: 'company', 'service-account': 'none', 'wants-service-account': 'no', industry: 'other' }
    expect(plan(merged, answers).fee).toMatchObject({ min: 1290, max: 2300, asOf: '2026-11-20' })
  })

  test('industries: the last resort stays the last', () => {
    const added = { id: 'op-vending', label: '售货机', group: 'shop', category: '商家自营', sources } as const
    const merged = find({ industries: { add: [added], remove: ['pawn'], change: [{ id: 'drinks', label: '饮品' }] } })
    expect(ids(merged.industries).slice(-2)).toEqual(['op-vending', 'other'])
    expect(ids(merged.industries)).not.toContain('pawn')
    expect(merged.industries.find(({ id }) => id === 'drinks')?.label).toBe('饮品')
  })

  test.each([
    ['avatar', ['avatar', 'op-storefront']],
    [undefined, ['avatar', 'op-storefront']],
    ['shop', ['shop', 'op-storefront']],
  ])('a material after %s', (after, expected) => {
    const all = ids(find({ materials: [{ material, ...(after !== undefined && { after }) }] }).materials)
    const at = all.indexOf('op-storefront')
    expect(all.slice(at - 1, at + 1)).toEqual(expected)
    expect(all).toHaveLength(ownContent.materials.length + 1)
  })

  test.each([
    ['app-id', ['app-id', 'op-authorise']],
    [undefined, ['op-authorise', 'information']],
  ])('a step after %s', (after, expected) => {
    const merged = find({ steps: [{ guide: 'finish-setup', step, ...(after !== undefined && { after }) }] })
    const steps = ids(merged.guides.find(({ id }) => id === 'finish-setup')?.steps ?? [])
    const at = after === undefined ? 0 : steps.length - 2
    expect(steps.slice(at, at + 2)).toEqual(expected)
  })
})

describe('texts', () => {
  const all = textsOf(ownContent)

  test('an address says one thing (the two variants of the bank fields say the same), and ids have none', () => {
    const addresses = all.map(({ address }) => address)
    const said = new Set(all.map((text) => JSON.stringify([text.address, text.said])))
    expect(said.size).toBe(new Set(addresses).size)
    expect(addresses.length).toBeGreaterThan(1500)
    expect(addresses).toEqual(
      expect.arrayContaining([
        'guides.reuse.menu.title',
        'guides.finish-setup.filing.parts.sms.clock.remedy',
        'materials.business-licence.fields.code.hint',
        'materials.avatar.accepted',
        'materials.avatar.accepted.2',
        'questions.subject.options.company.note',
        'feeNotes.yearly.text',
      ]),
    )
    expect(addresses.filter((address) => /\.(id|sources|covers|until|after|url|entry|icon)$/.test(address))).toEqual([])
  })

  test('saying everything as it is changes nothing', () => {
    expect(withTexts(ownContent, (_, said) => said)).toEqual(ownContent)
  })

  test('any text can be said otherwise, and only that one changes', () => {
    const sentences = all.filter(({ said }) => typeof said === 'string')
    fc.assert(
      fc.property(fc.constantFrom(...sentences), fc.string({ minLength: 1 }), ({ address }, words) => {
        const now = new Map(textsOf(find({ texts: { [address]: words } })).map((text) => [text.address, text.said]))
        const changed = all.filter(({ address: one, said }) => typeof said === 'string' && now.get(one) !== said)
        expect(now.get(address)).toBe(words)
        expect(changed.map((one) => one.address).filter((one) => one !== address)).toEqual([])
      }),
      { numRuns: 25 },
    )
  })

  test('a list is replaced as a whole or by the sentence', () => {
    const whole = find({ texts: { 'materials.avatar.accepted': ['一句'], 'materials.shop.accepted.1': '另一句' } })
    const accepted = (id: string) => whole.materials.find((one) => one.id === id)?.accepted
    expect([accepted('avatar'), accepted('shop')]).toEqual([['一句'], ['另一句']])
    expect(
      find({ texts: { 'materials.avatar.accepted': '不是一列', 'materials.avatar.title': ['不是一句'] } }),
    ).toEqual(ownContent)
  })
})

describe('what a merchant entered for pieces that are gone', () => {
  const base: readonly (readonly [string, Value])[] = [
    [keyOf.answer('subject'), 'company'],
    [keyOf.answer('service-account'), 'none'],
    [keyOf.answer('wants-service-account'), 'no'],
    [keyOf.answer('industry'), 'other'],
  ]
  const extra: readonly (readonly [string, Value])[] = [
    [keyOf.photo('op-storefront', 'x'.repeat(16)), { sha256: 'a'.repeat(64), w: 1500, h: 1100 }],
    [keyOf.confirmed('op-contract'), true],
    [keyOf.text('op-delivery', 'area'), '3 公里'],
    [keyOf.ticked('finish-setup', 'op-authorise'), 1_700_000_000_000],
  ]
  const now = Date.parse('2026-11-21T12:00:00+08:00')

  test('counts as not entered', () => {
    expect(progress(ownContent, new Map([...base, ...extra]), now)).toEqual(progress(ownContent, new Map(base), now))
  })

  test('an answer whose industry was removed is open again, and is there when the industry is back', () => {
    const entries = new Map([...base, [keyOf.answer('industry'), 'pawn'] as const])
    const without = find({ industries: { remove: ['pawn'] } })
    expect(progress(without, entries, now).plan.open.map(({ id }) => id)).toEqual(['industry'])
    expect(progress(ownContent, entries, now).plan.industry?.id).toBe('pawn')
  })

  test('with the pieces there, the same entries count', () => {
    const merged = find({ materials: [{ material }], steps: [{ guide: 'finish-setup', after: 'app-id', step }] })
    const { materials, guides } = progress(merged, new Map([...base, ...extra]), now)
    expect(materials.find((one) => one.material.id === 'op-storefront')?.state).toBe('done')
    const done = guides.flatMap(({ steps }) => steps).filter((one) => one.done)
    expect(done.map((one) => one.step.id)).toEqual(['op-authorise'])
  })
})
