export default definePageConfig({
  navigationBarTitleText: '加入',
  navigationBarBackgroundColor: process.env.TARO_ENV === 'h5' ? '#FFFFFF' : '@card',
})
