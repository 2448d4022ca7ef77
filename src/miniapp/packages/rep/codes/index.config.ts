export default definePageConfig({ navigationBarTitleText: '我的码', enableShareAppMessage: true })
