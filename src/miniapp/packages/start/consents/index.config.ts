export default definePageConfig({ navigationBarTitleText: '存一份' })
