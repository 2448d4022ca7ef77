export default definePageConfig({ navigationBarTitleText: '存了什么，存多久', enableShareAppMessage: true })
