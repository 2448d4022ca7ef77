export default definePageConfig({
  navigationBarTitleText: '我的商户',
  enableShareAppMessage: true,
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
