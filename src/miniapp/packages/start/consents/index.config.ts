export default definePageConfig({
  navigationBarTitleText: '存一份',
  navigationBarBackgroundColor: process.env.TARO_ENV === 'h5' ? '#FFFFFF' : '@card',
})
