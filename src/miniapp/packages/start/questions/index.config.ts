export default definePageConfig({ navigationBarTitleText: '你的情况', enableShareAppMessage: true })
