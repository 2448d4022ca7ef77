/** WeChat only: its picture viewer does not turn, a page does. Without the bar, the picture has the whole screen. */
export default definePageConfig({
  navigationBarTitleText: '整页',
  navigationStyle: 'custom',
  pageOrientation: 'landscape',
  enableShareAppMessage: true,
})
