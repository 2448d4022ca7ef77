import type { Clock } from '../../ports/clock'

declare const wx: {
  getRandomValues(options: {
    length: number
    success: (reply: { randomValues: ArrayBuffer }) => void
    fail: () => void
  }): void
}

/**
 * WeChat hands out random bytes only asynchronously (wx.getRandomValues, base library 2.15), so a pool
 * is kept filled. Until the first bytes arrive, Math.random and the time stand in; ids made then need
 * only be unlikely to meet, and no secret is made in WeChat (the identity comes from wx.login).
 */
export function createWeappClock(): Clock {
  let pool = new Uint8Array(0)
  const refill = () =>
    wx.getRandomValues({
      length: 1024,
      success: ({ randomValues }) => {
        pool = new Uint8Array(randomValues)
      },
      fail: () => undefined, // tried again at the next call
    })
  refill()
  return {
    now: () => Date.now(),
    after(ms, run) {
      const timer = setTimeout(run, ms)
      return () => clearTimeout(timer)
    },
    random(n) {
      if (pool.length < n) {
        refill()
        return Uint8Array.from(
          { length: n },
          (_, i) => Math.floor(Math.random() * 256) ^ ((Date.now() >> (i % 8)) & 255),
        )
      }
      const bytes = pool.slice(0, n)
      pool = pool.slice(n)
      if (pool.length < 64) refill()
      return bytes
    },
  }
}
