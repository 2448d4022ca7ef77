export default definePageConfig({ navigationBarTitleText: '接着办' })
