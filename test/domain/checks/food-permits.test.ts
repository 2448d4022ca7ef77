import fc from 'fast-check'
import { checkFoodOperationPermit } from '#domain/checks/food-operation-permit'
import { checkFoodProductionPermit } from '#domain/checks/food-production-permit'
import { endsInCheckDigit, mod1110 } from '#domain/checks/mod-11-10'
import { checkRegistrationNumber } from '#domain/checks/registration-number'

const digits = (length: number) =>
  fc.array(fc.constantFrom(...'0123456789'), { minLength: length, maxLength: length }).map((all) => all.join(''))
const put = (text: string, at: number, char: string) => text.slice(0, at) + char + text.slice(at + 1)

describe('MOD 11,10', () => {
  test('any one wrong digit is found', () => {
    fc.assert(
      fc.property(digits(13), (body) => {
        const number = `${body}${mod1110(body)}`
        expect(endsInCheckDigit(number)).toBe(true)
        for (let at = 0; at < number.length; at++) {
          for (const digit of '0123456789') expect(endsInCheckDigit(put(number, at, digit))).toBe(digit === number[at])
        }
      }),
    )
  })

  test('neighbours that changed places are mostly found: the standard does not promise it', () => {
    let missed = 0
    let swaps = 0
    for (const body of fc.sample(digits(13), { numRuns: 2_000, seed: 4 })) {
      const number = `${body}${mod1110(body)}`
      for (let at = 0; at < 12; at++) {
        if (number[at] === number[at + 1]) continue
        swaps++
        if (endsInCheckDigit(put(put(number, at, number.charAt(at + 1)), at + 1, number.charAt(at)))) missed++
      }
    }
    expect(missed / swaps).toBeGreaterThan(0)
    expect(missed / swaps).toBeLessThan(0.03)
  })
})

describe('食品经营许可证', () => {
  test.each(['JY11108071215650', 'JY11105050876919'])('%s passes', (number) => {
    expect(checkFoodOperationPermit(number)).toEqual({ ok: true, value: number })
    expect(checkFoodOperationPermit(` 许可证编号：${number.toLowerCase()} `)).toEqual({ ok: true, value: number })
  })
  test.each([
    ['JY11105000000001', 'checksum'],
    ['JY1110807121565', 'length'],
    ['JY51108071215650', 'component'],
    ['SC11108071215650', 'format'],
    ['JY1110807121565X', 'format'],
    ['SP1101081234567890', 'format'],
    ['', 'empty'],
  ])('%j fails: %s', (number, error) => {
    expect(checkFoodOperationPermit(number)).toMatchObject({ ok: false, error })
  })
  test.each([
    ['JY111O8071215650', 'JY11108071215650'],
    ['11108071215650', 'JY11108071215650'],
    ['11108071215651', undefined],
  ])('%s → %s', (typed, meant) => {
    const result = checkFoodOperationPermit(typed)
    expect(result.ok ? result.value : result.suggestion).toBe(meant)
  })
  test('every generated number passes, any one wrong digit does not', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('1', '2', '3'),
        digits(12),
        fc.nat(13),
        fc.constantFrom(...'0123456789'),
        (kind, rest, at, digit) => {
          const number = `JY${kind}${rest}${mod1110(kind + rest)}`
          expect(checkFoodOperationPermit(number).ok).toBe(true)
          const wrong = put(number, at + 2, digit)
          expect(checkFoodOperationPermit(wrong).ok).toBe(wrong === number)
        },
      ),
    )
  })
})

describe('食品生产许可证', () => {
  test.each([
    'SC10741018302531',
    'SC10744030704994',
    'SC11351090100010',
    'SC12336098200173',
    'SC12434017430075',
    'SC11435078213641',
    'SC12744040400094',
  ])('%s passes', (number) => {
    expect(checkFoodProductionPermit(number)).toEqual({ ok: true, value: number })
  })
  test.each(['SC11453010306856', 'SC12744030500626'])(
    '%s is in print with a wrong check digit: a warning',
    (number) => {
      expect(checkFoodProductionPermit(number)).toMatchObject({
        ok: true,
        value: number,
        warnings: [expect.any(String)],
      })
    },
  )
  test.each([
    ['SC1074101830253', 'length'],
    ['SC90741018302531', 'component'],
    ['JY10741018302531', 'format'],
    ['SC1O741018302531', 'format'],
    ['', 'empty'],
  ])('%j fails: %s', (number, error) => {
    expect(checkFoodProductionPermit(number)).toMatchObject({ ok: false, error })
  })
  test('the letters left out are offered', () => {
    expect(checkFoodProductionPermit('10741018302531')).toMatchObject({ ok: false, suggestion: 'SC10741018302531' })
  })
})

describe('注册号', () => {
  test.each([
    ['11010800000001', 'length'],
    ['1101080000000A6', 'format'],
    ['110108000000026', 'checksum'],
    ['', 'empty'],
  ])('%j fails: %s', (number, error) => {
    expect(checkRegistrationNumber(number)).toMatchObject({ ok: false, error })
  })
})
