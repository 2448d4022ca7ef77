export default definePageConfig({ navigationBarTitleText: '照片', enableShareAppMessage: true })
