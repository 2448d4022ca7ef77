import { outline } from '#domain/content/parts/outline'
import { codeFrom } from '../../src/miniapp/features/rep/claim-code'
import { stepTo, windowOf } from '../../src/miniapp/features/rep/list-window'
import { detailFrom } from '../../src/miniapp/stores/rep/merchant-detail'
import { rowFrom, type MerchantRow } from '../../src/miniapp/stores/rep/merchant-row'
import { rowWords } from '../../src/miniapp/stores/rep/row-words'
import { item } from '../support/rep-wire'
import { noon } from '../support/ports'

const dayMs = 86_400_000
const row = (more: object = {}): MerchantRow => {
  const made = rowFrom(item('a', more))
  if (made === null) throw new Error('no row')
  return made
}
const words = (more: object) => rowWords(row(more), outline, noon)
const due = (ms: number) => ({ id: 'reuse.x', title: '做完认证', endsMs: noon + ms, approximate: false })

describe('a line of the list', () => {
  test('says where the merchant is by the guide and the number of its step', () => {
    expect(words({}).sub).toBe('服务号认证，第\u00a05\u00a0步')
    expect(words({ guide: 'no-such' }).sub).toBe('上传营业执照')
    expect(
      words({ kind: 'material', title: '营业执照', guide: null, step: null, material: 'business-licence' }).sub,
    ).toBe('准备材料，营业执照')
    expect(words({ shop: undefined }).title).toBe('未填店名')
  })

  test.each([
    [due(19.5 * 3_600_000), 'red', '还剩\u00a019\u00a0小时'],
    [due(12 * dayMs), 'amber', '还剩\u00a012\u00a0天'],
    [due(-2 * dayMs), 'red', '过期\u00a02\u00a0天'],
  ])('%j is a %s tag', (deadline, tone, tag) => {
    expect(words({ deadline }).tags).toEqual([{ tone, icon: 'clock', words: tag }])
  })

  test('who is stuck is said by the days of silence, and only from that moment on', () => {
    const lastActive = noon - 6 * dayMs
    expect(words({ stuck: { from: noon - 1, reason: '' }, lastActive }).tags[0]?.words).toBe('6\u00a0天没动')
    expect(words({ stuck: { from: noon + 1, reason: '' }, lastActive }).tags).toEqual([])
  })

  test('names nobody without an id', () => {
    expect([rowFrom(null), rowFrom({}), rowFrom({ id: 5 })]).toEqual([null, null, null])
    expect(rowFrom({ id: 'x' })).toMatchObject({
      kind: 'questions',
      total: 0,
      deadline: null,
      missing: [],
      finished: null,
    })
  })
})

describe('one merchant', () => {
  test('photos that are not shared are not there at all', () => {
    expect(detailFrom({ merchant: item('a'), sharesPhotos: false, photos: [] })?.photos).toBeNull()
    const photos = [
      { photoId: 'p1', slot: 's', label: '营业执照', review: { verdict: 'retake', reason: '太暗' } },
      { photoId: 7 },
    ]
    expect(detailFrom({ merchant: item('a'), sharesPhotos: true, photos })?.photos).toEqual([
      { photoId: 'p1', title: '营业执照', verdict: 'retake', reason: '太暗' },
    ])
  })

  test('a message comes with its other words, and opens a page without saying whose', () => {
    const nudge = { situation: 'step', text: '一', others: ['二'], opens: { page: 'step', guide: 'reuse', step: 'x' } }
    const opens = { page: 'packages/guide/step/index', query: { guide: 'reuse', step: 'x' } }
    expect(detailFrom({ merchant: item('a'), nudge })?.nudges).toEqual([
      { text: '一', opens },
      { text: '二', opens },
    ])
    expect(detailFrom({ merchant: null })).toBeNull()
  })
})

describe('the code that a link carries', () => {
  const code = 'ABCDE-FGHJK'
  test.each([
    [{ code }, code],
    [{ scene: encodeURIComponent(`claim=${code}`) }, code],
    [{ q: encodeURIComponent(`https://k.example.com/?claim=${code}&from=x`) }, code],
    [{ code: '%' }, '%'],
    [{}, ''],
  ])('%j', (query, found) => expect(codeFrom(query)).toBe(found))
})

describe('the window over a long list', () => {
  const heights = new Map([...Array(625).keys()].map((i) => [i, 800]))
  const at = (scrolled: number) => windowOf(5000, { heights, scrolled, screen: 800 })

  test('never holds more than a few pieces, and the whole is always as high', () => {
    for (let scrolled = -100; scrolled < 5000 * 100 + 1000; scrolled += 333) {
      const { first, end, above, below } = at(scrolled)
      expect(end - first).toBeLessThanOrEqual(32)
      expect(above + below + (end - first) * 100).toBe(500_000)
    }
  })

  test('covers the screen', () => {
    const { first, end } = at(100_000)
    expect(first * 100).toBeLessThanOrEqual(100_000)
    expect(end * 100).toBeGreaterThanOrEqual(100_800)
  })

  test('grows by one piece at a time, and shrinks at once', () => {
    const none = windowOf(0, { heights: new Map(), scrolled: 0, screen: 800 })
    const first = stepTo(none, at(0))
    expect([first.first, first.end]).toEqual([0, 8])
    expect(stepTo(first, at(0)).end).toBe(16)
    const far = stepTo(at(0), at(300_000))
    expect(far.end - far.first).toBe(8)
    expect(stepTo(far, at(0)).end).toBe(8)
    expect(stepTo(at(1_600), at(0))).toEqual(at(0))
  })

  test('of nothing is nothing', () => {
    expect(windowOf(0, { heights: new Map(), scrolled: 0, screen: 800 })).toEqual({
      first: 0,
      end: 0,
      above: 0,
      below: 0,
    })
  })
})
