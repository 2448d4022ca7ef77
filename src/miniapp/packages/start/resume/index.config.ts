export default definePageConfig({
  navigationBarTitleText: '接着办',
  navigationBarBackgroundColor: process.env.TARO_ENV === 'h5' ? '#FFFFFF' : '@card',
})
