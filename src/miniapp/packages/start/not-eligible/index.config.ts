export default definePageConfig({ navigationBarTitleText: '先看这里' })
