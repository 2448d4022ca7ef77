export default definePageConfig({ navigationBarTitleText: '报错找办法', enableShareAppMessage: true })
