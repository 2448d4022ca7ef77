export default definePageConfig({ navigationBarTitleText: '概况', enableShareAppMessage: true })
