/**
 * Who the phone says it is when it logs in. `guest`: the browser preview, by a key the phone makes.
 * `wechat`: by a one-time code of wx.login (within a cloud call the function also knows by itself).
 */
export interface Identity {
  readonly kind: 'guest' | 'wechat'
  /** A fresh code; null when WeChat gave none. Not called for guests. */
  code(): Promise<string | null>
}
