/// <reference types="@tarojs/taro" />

/** Set by the build (config/index.ts). Empty: the web page's own origin, or wx.cloud in WeChat. */
declare const API_URL: string
/** Where the web version is; empty: nobody has said. */
declare const PUBLIC_URL: string
/** The CloudBase environment; empty: the one of the mini-program's own settings. */
declare const CLOUD_ENV: string

/** The id of the reminders' template; empty: WeChat is not asked for messages. */
declare const REMINDER_TEMPLATE: string

declare namespace NodeJS {
  interface ProcessEnv {
    readonly TARO_ENV?: 'weapp' | 'h5'
  }
}
