export default definePageConfig({ navigationBarTitleText: '内容从哪来', enableShareAppMessage: true })
