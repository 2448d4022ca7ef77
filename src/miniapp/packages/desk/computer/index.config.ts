/** The web build only: the page brings a bar of its own, for a wide screen. */
export default definePageConfig({ navigationBarTitleText: '取照片和文字', navigationStyle: 'custom' })
