/** Pages, packages and windows. In WeChat colours and tab icons come from theme.json; the web styles them (web.scss). */
const web = process.env.TARO_ENV === 'h5'
const themed = (name: string, onWeb: string) => (web ? onWeb : `@${name}`)

const tab = (page: string, icon: string, text: string) => ({
  pagePath: `pages/${page}/index`,
  text,
  ...(web ? {} : { iconPath: `@${icon}`, selectedIconPath: `@${icon}On` }),
})

export default defineAppConfig({
  pages: ['pages/home/index', 'pages/checklist/index', 'pages/guides/index', 'pages/me/index'],
  subPackages: [
    {
      root: 'packages/start',
      pages: [
        'questions/index',
        'not-eligible/index',
        'join/index',
        'consents/index',
        ...(web ? ['resume/index'] : []),
      ],
    },
    { root: 'packages/material', pages: ['detail/index'] },
    { root: 'packages/capture', pages: ['shoot/index', 'check/index'] },
    { root: 'packages/guide', pages: ['step/index', 'errors/index', 'dates/index', 'finish/index'] },
    { root: 'packages/about', pages: ['data/index', 'sources/index'] },
  ],
  preloadRule: {
    'pages/home/index': { network: 'all', packages: ['packages/start'] },
    'pages/checklist/index': { network: 'all', packages: ['packages/material', 'packages/capture'] },
    'pages/guides/index': { network: 'wifi', packages: ['packages/guide'] },
  },
  window: {
    navigationStyle: 'default',
    navigationBarTitleText: '开通助手',
    navigationBarBackgroundColor: themed('bar', '#F4F5F4'),
    navigationBarTextStyle: themed('barText', 'black') as 'black',
    backgroundColor: themed('page', '#F4F5F4'),
    backgroundTextStyle: themed('pageText', 'dark') as 'dark',
  },
  tabBar: {
    color: themed('tabText', '#626C6E'),
    selectedColor: themed('tabOn', '#0B5D6B'),
    backgroundColor: themed('tab', '#FFFFFF'),
    borderStyle: themed('tabBorder', 'white') as 'white',
    list: [
      tab('home', 'home', '首页'),
      tab('checklist', 'checklist', '材料'),
      tab('guides', 'guide', '步骤'),
      tab('me', 'me', '我的'),
    ],
  },
  darkmode: true,
  themeLocation: 'theme.json',
  lazyCodeLoading: 'requiredComponents',
  __usePrivacyCheck__: true,
})
