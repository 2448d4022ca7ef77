import fc from 'fast-check'
import { checkCreditCode, innerCheck, outerCheck } from '#domain/checks/credit-code'
import { correction } from '#domain/checks/look-alikes'

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const chars = (from: string, length: number) =>
  fc.array(fc.constantFrom(...from), { minLength: length, maxLength: length }).map((all) => all.join(''))
const build = (head: string, region: string, body: string) => {
  const code = `${head}${region}${body}${innerCheck(body)}`
  return code + outerCheck(code)
}
const codes = fc
  .tuple(fc.constantFrom('91', '92', '93'), chars('0123456789', 6), chars(alphabet, 8))
  .map(([head, region, body]) => build(head, region, body))
const isPilot = (code: string) => code.slice(2, 4) === '35' && code.slice(8, 12) === 'M000'
const put = (code: string, at: number, char: string) => code.slice(0, at) + char + code.slice(at + 1)

describe('published codes', () => {
  test.each([
    ['9144030071526726XG', 'check character G, X inside'],
    ['91440300708461136T', ''],
    ['91330100799655058B', ''],
    ['91440300192241158P', ''],
    ['911101083303521997', 'digits only'],
    ['91310000775785552L', ''],
    ['91110108551385082Q', ''],
    ['91110000802100433B', ''],
    ['91350100M000100Y43', 'the example of the standard’s own tables'],
    ['92141127MA0KD1Y64A', 'a sole trader'],
  ])('%s passes %s', (code) => {
    expect(checkCreditCode(code)).toEqual({ ok: true, value: code })
  })

  test.each([
    ['91440101MA59DMBL9N', 'checksum'],
    ['92440300MA5XXXXX0X', 'checksum'],
    ['91310115MA1G4L1WXK', 'checksum'],
  ])('%s fails: %s', (code, error) => {
    expect(checkCreditCode(code)).toMatchObject({ ok: false, error })
  })

  test.each([
    '91350211M0000XUF46',
    '91350100M0001TGQXM',
    '91350203M0001FUE2P',
    '91350203M0001QKT19',
    '91350203M0001QAY9B',
  ])('%s, issued in Fujian before the standard, passes with a warning', (code) => {
    expect(checkCreditCode(code)).toMatchObject({ ok: true, value: code, warnings: [expect.stringContaining('福建')] })
    expect(checkCreditCode(put(code, 16, code[16] === '1' ? '2' : '1'))).toMatchObject({ ok: false, error: 'checksum' })
  })
})

describe('what is typed around it', () => {
  test.each([
    ' 9144 0300 7152 6726 XG ',
    '９１４４０３００７１５２６７２６ＸＧ',
    '9144030071526726xg',
    '91440300-71526726X-G',
    '91440300\u200b71526726\ufeffXG',
    '统一社会信用代码：9144030071526726XG',
  ])('%j is put right', (text) => {
    expect(checkCreditCode(text)).toEqual({ ok: true, value: '9144030071526726XG' })
  })

  test.each([
    ['', 'empty'],
    ['  ', 'empty'],
    ['9144030071526726X', 'length'],
    ['9144030071526726XGG', 'length'],
    ['9144030071526726X#', 'format'],
    ['91440A0071526726XG', 'component'],
  ])('%j fails: %s', (text, error) => {
    const result = checkCreditCode(text)
    expect(result).toMatchObject({ ok: false, error })
    expect(result.ok || result.message).toMatch(/[\u4e00-\u9fff]/)
  })

  test('a code that is no company’s is questioned', () => {
    expect(checkCreditCode('12440600MB2C07549J')).toMatchObject({
      ok: true,
      warnings: [expect.stringContaining('9 开头')],
    })
  })
})

describe('older licences', () => {
  test.each(['110108000000016', '310117003171688', '440301103448669'])(
    '15 digits %s pass with the tip to replace it',
    (number) => {
      expect(checkCreditCode(number)).toEqual({
        ok: true,
        value: number,
        warnings: [expect.stringContaining('多证合一')],
      })
    },
  )
  test('13 digits pass, with a warning that nothing was checked', () => {
    const result = checkCreditCode('1101081234567')
    expect(result).toMatchObject({
      ok: true,
      warnings: [expect.stringContaining('多证合一'), expect.stringContaining('没有校验位')],
    })
  })
  test('15 digits with one wrong fail', () => {
    expect(checkCreditCode('110108000000017')).toMatchObject({ ok: false, error: 'checksum' })
    expect(checkCreditCode('11010800000001O')).toMatchObject({ ok: false, error: 'format' })
    expect(checkCreditCode('11O108000000016')).toMatchObject({
      ok: false,
      error: 'format',
      suggestion: '110108000000016',
    })
  })
})

describe('suggestions', () => {
  test.each([
    ['9I44030071526726XG', '9144030071526726XG'],
    ['914403OO71526726XG', '9144030071526726XG'],
    ['91440300715Z6726XG', '9144030071526726XG'],
    ['9144030071S26726XG', '9144030071526726XG'],
    ['91330100799655O5BB', '91330100799655058B'], // an impossible letter and one more
    ['91330100799655D5BB', undefined], // two that could stand there: not guessed
    ['91330100799655O58B', '91330100799655058B'],
    ['913301007996550588', '91330100799655058B'], // B read as 8
    ['91440300708461136R', undefined],
  ])('%s → %s', (typed, meant) => {
    expect(checkCreditCode(typed)).toEqual({
      ok: false,
      error: expect.any(String),
      message: expect.any(String),
      ...(meant !== undefined && { suggestion: meant }),
    })
  })

  test('none where two readings would pass, or nothing can stand for a character', () => {
    const allows = (char: string) => char !== '#'
    const among = (...right: readonly string[]) => ({ allows, passes: (code: string) => right.includes(code) })
    expect(correction('B5', among('85'))).toBe('85')
    expect(correction('B5', among('85', 'BS'))).toBeUndefined()
    expect(correction('B5', among('8S'))).toBeUndefined()
    expect(correction('B#', among('B5'))).toBeUndefined()
  })

  test('always pass the check, and are never applied', () => {
    const slip = fc.constantFrom(...'OIZSBDQGLV0125689')
    fc.assert(
      fc.property(codes, fc.nat(17), slip, fc.nat(17), slip, (code, a, x, b, y) => {
        const typed = put(put(code, a, x), b, y)
        const result = checkCreditCode(typed)
        if (result.ok) expect(result.value).toBe(typed)
        else if (result.suggestion !== undefined) {
          expect(checkCreditCode(result.suggestion)).toMatchObject({ ok: true, value: result.suggestion })
        }
      }),
      { numRuns: 2_000 },
    )
  })

  test('one look-alike letter that cannot be there is traced back', () => {
    const slips = { '0': 'O', '1': 'I', '2': 'Z', '5': 'S' } as const
    let made = 0
    let traced = 0
    for (const code of fc.sample(codes, { numRuns: 500, seed: 7 })) {
      for (const [digit, letter] of Object.entries(slips)) {
        const at = code.indexOf(digit)
        if (at < 0) continue
        const result = checkCreditCode(put(code, at, letter))
        made++
        if (!result.ok && result.suggestion === code) traced++
      }
    }
    expect(made).toBeGreaterThan(1_000)
    expect(traced).toBe(made)
  })
})

describe('what the standard guarantees', () => {
  test('every correctly checked code passes, also those that end in 0', () => {
    let zeros = 0
    for (const code of fc.sample(codes, { numRuns: 3_100, seed: 1 })) {
      expect(checkCreditCode(code)).toEqual({ ok: true, value: code })
      if (code.endsWith('0')) zeros++
    }
    expect(zeros).toBeGreaterThan(30)
  })

  test('any one wrong character is found: all 18 places × 30 characters', () => {
    for (const code of fc.sample(
      codes.filter((one) => !isPilot(one)),
      { numRuns: 20, seed: 2 },
    )) {
      for (let at = 0; at < code.length; at++) {
        for (const char of alphabet) {
          if (char !== code[at] && !isPilot(put(code, at, char)))
            expect(checkCreditCode(put(code, at, char)).ok).toBe(false)
        }
      }
    }
  })

  test('two characters that changed places are found, but for the first and the last', () => {
    for (const code of fc.sample(
      codes.filter((one) => !isPilot(one)),
      { numRuns: 50, seed: 3 },
    )) {
      for (let a = 0; a < code.length; a++) {
        for (let b = a + 1; b < code.length; b++) {
          if (code[a] === code[b] || (a === 0 && b === 17)) continue
          const swapped = put(put(code, a, code.charAt(b)), b, code.charAt(a))
          if (!isPilot(swapped)) expect(checkCreditCode(swapped).ok).toBe(false)
        }
      }
    }
  })

  test('anything at all gives an answer, and a kept value passes again unchanged', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
        const result = checkCreditCode(text)
        if (result.ok) expect(checkCreditCode(result.value)).toMatchObject({ ok: true, value: result.value })
      }),
    )
  })
})
