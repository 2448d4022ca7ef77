export default definePageConfig({ navigationBarTitleText: '步骤', enableShareAppMessage: true })
