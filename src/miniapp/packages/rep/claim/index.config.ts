import { palette } from '#domain/content/operator'

export default definePageConfig({
  navigationBarTitleText: '绑定',
  navigationBarBackgroundColor: process.env.TARO_ENV === 'h5' ? palette.light.card : '@card',
  enableShareAppMessage: true,
})
