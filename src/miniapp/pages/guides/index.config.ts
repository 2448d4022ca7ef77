export default definePageConfig({
  navigationBarTitleText: '步骤',
  enableShareAppMessage: true,
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
