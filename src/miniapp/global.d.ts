/// <reference types="@tarojs/taro" />

/** Set by the build (config/index.ts). Empty: the web page's own origin, or wx.cloud in WeChat. */
declare const API_URL: string
/** The CloudBase environment; empty: the one of the mini-program's own settings. */
declare const CLOUD_ENV: string

declare namespace NodeJS {
  interface ProcessEnv {
    readonly TARO_ENV?: 'weapp' | 'h5'
  }
}
