import fc from 'fast-check'
import { highlight, searchErrors } from '#domain/search-errors'
import { foldText } from '#domain/search-text'
import { content } from './support/content'

const found = (query: string) => searchErrors(content, query).map(({ id }) => id)

describe('finding an error', () => {
  test.each([
    ['邮箱', ['mailbox', 'limit']], // what the page says before the cause
    ['邮箱 占用', ['mailbox']],
    ['占用，邮箱', ['mailbox']],
    ['「该邮箱已被占用，请更换其他邮箱。」', ['mailbox']],
    ['邮箱 上限', ['limit']],
    ['账号主体', ['limit']], // 帐
    ['105', ['wait']],
    ['１０５', ['wait']],
    ['5-15个 工作日', ['wait']],
    ['市场监管局', ['wait']],
    ['邮件', ['mailbox']],
    ['注册', ['limit', 'mailbox']], // in the text before in the place
    ['', []],
    ['，。！', []],
    ['量子力学', []],
  ])('%j → %j', (query, ids) => expect(found(query)).toEqual(ids))

  test('a sentence half remembered is found by what it shares', () => {
    expect(found('邮箱被占用请换邮箱')).toEqual(['mailbox'])
    expect(found('主体注册小程序数量已达上限')).toEqual(['limit'])
  })

  test('any query gives an answer', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (query) =>
        expect(searchErrors(content, query).length).toBeLessThanOrEqual(content.errors.length),
      ),
    )
  })
})

describe('highlight', () => {
  test.each([
    ['该邮箱已被占用', '邮箱', ['该', '*邮箱', '已被占用']],
    ['帐号 已达 上限', '账号已达', ['*帐号 已达', ' 上限']],
    ['该邮箱已被占用', '占用 该邮', ['*该邮', '箱已被', '*占用']],
    ['该邮箱', '', ['该邮箱']],
    ['', '邮', []],
  ])('%j with %j → %j', (text, query, pieces) => {
    expect(highlight(text, query).map((piece) => (piece.hit ? `*${piece.text}` : piece.text))).toEqual(pieces)
  })
  test('the pieces are the text, and alternate', () => {
    const some = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('该邮箱已被占用，请更换', '帐号 105', 'ＡＢ－Ｃ'),
    )
    fc.assert(
      fc.property(some, some, (text, query) => {
        const pieces = highlight(text, query)
        expect(pieces.map((piece) => piece.text).join('')).toBe(text)
        pieces.forEach((piece, i) => expect(piece.hit).not.toBe(pieces[i + 1]?.hit))
      }),
    )
  })
})

test('folding is idempotent', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => expect(foldText(foldText(text))).toBe(foldText(text))),
    { numRuns: 1_000 },
  )
})
