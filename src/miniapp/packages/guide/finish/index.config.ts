export default definePageConfig({ navigationBarTitleText: '办好了', enableShareAppMessage: true })
