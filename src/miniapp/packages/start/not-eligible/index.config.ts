export default definePageConfig({
  navigationBarTitleText: '先看这里',
  navigationBarBackgroundColor: process.env.TARO_ENV === 'h5' ? '#FFFFFF' : '@card',
})
