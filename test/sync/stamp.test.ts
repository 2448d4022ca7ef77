import { isFuture, isStamp, nextStamp, noStamp, stampDevice, stampMs } from '#sync/stamp'

const device = 'phone1234'
const now = 1_795_233_600_000

describe('a stamp', () => {
  test.each([
    ['1795233600000-0000-phone1234', true],
    ['0000000000000-zzzz-A1b2C3d4', true],
    ['1795233600000-0000-ABCDEFGHIJKLMNOPQRSTUV', true],
    ['1795233600000-0000-ABCDEFGHIJKLMNOPQRSTUVW', false], // 23 characters
    ['1795233600000-0000-phone12', false], // 7
    ['179523360000-0000-phone1234', false],
    ['17952336000000-0000-phone1234', false],
    ['-795233600000-0000-phone1234', false],
    ['1795233600000-000Z-phone1234', false],
    ['1795233600000-0000-phone 123', false],
    ['1795233600000-0000-phone1234\n', false],
    ['', false],
    [1_795_233_600_000, false],
    [null, false],
  ])('%j is one: %s', (text, is) => expect(isStamp(text)).toBe(is))

  test('names its time and its device', () => {
    const stamp = nextStamp(noStamp, now, device)
    expect(stamp).toBe('1795233600000-0000-phone1234')
    expect([stampMs(stamp), stampDevice(stamp)]).toEqual([now, device])
  })

  test('lies in the future only beyond 60 s', () => {
    const stamp = nextStamp(noStamp, now + 60_000, device)
    expect(isFuture(stamp, now)).toBe(false)
    expect(isFuture(stamp, now - 1)).toBe(true)
  })
})

describe('the next stamp', () => {
  test('takes the clock when it has moved on', () => {
    const first = nextStamp(noStamp, now, device)
    expect(nextStamp(first, now + 1, device)).toBe('1795233600001-0000-phone1234')
  })

  test.each([
    ['stands still', now],
    ['runs backwards', now - 86_400_000],
    ['is before 1970', -5],
  ])('counts on when the clock %s', (_case, clock) => {
    const first = nextStamp(noStamp, now, device)
    const second = nextStamp(first, clock, device)
    expect(second > first).toBe(true)
    expect(second).toBe('1795233600000-0001-phone1234')
  })

  test('takes the next millisecond when the counter runs over', () => {
    expect(nextStamp('1795233600000-zzzz-phone1234', now, device)).toBe('1795233600001-0000-phone1234')
  })

  test('is greater than its floor, whoever made that', () => {
    const floor = '1795233600000-00a9-zzzzzzzzzz'
    const next = nextStamp(floor, now - 1000, device)
    expect(next > floor).toBe(true)
    expect(isStamp(next)).toBe(true)
  })

  test('keeps thirteen digits at both ends of time', () => {
    expect(nextStamp(noStamp, -1, device)).toBe('0000000000000-0000-phone1234')
    expect(nextStamp(noStamp, 1e15, device)).toBe('9999999999999-0000-phone1234')
    expect(nextStamp(noStamp, 12.9, device)).toBe('0000000000012-0000-phone1234')
  })
})
