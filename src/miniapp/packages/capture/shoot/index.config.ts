/** Always dark, whatever the theme. */
export default definePageConfig({
  navigationBarTitleText: '拍照',
  navigationBarBackgroundColor: '#0B0F10',
  navigationBarTextStyle: 'white',
  backgroundColor: '#0B0F10',
  backgroundColorTop: '#0B0F10',
  backgroundColorBottom: '#0B0F10',
  backgroundTextStyle: 'light',
  enableShareAppMessage: true,
})
