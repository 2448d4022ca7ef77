export default defineAppConfig({
  pages: ['pages/home/index', 'pages/more/index'],
  window: { navigationBarTitleText: 'empty' },
  lazyCodeLoading: 'requiredComponents',
})
