import { brand } from '#domain/content/operator'

export default definePageConfig({
  navigationBarTitleText: brand.name,
  enableShareAppMessage: true,
  enableShareTimeline: true,
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
