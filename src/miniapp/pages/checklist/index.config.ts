export default definePageConfig({
  navigationBarTitleText: '材料清单',
  enableShareAppMessage: true,
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
