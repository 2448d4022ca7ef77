export default definePageConfig({ navigationBarTitleText: '你同意了什么' })
