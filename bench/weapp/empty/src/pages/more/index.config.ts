export default definePageConfig({ navigationBarTitleText: 'more' })
