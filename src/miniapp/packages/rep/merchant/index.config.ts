export default definePageConfig({
  navigationBarTitleText: '商户',
  enableShareAppMessage: true,
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
