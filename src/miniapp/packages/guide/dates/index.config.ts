export default definePageConfig({ navigationBarTitleText: '要记住的日子', enableShareAppMessage: true })
