import { brand, palette } from '#domain/content/operator'

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
    {
      root: 'packages/guide',
      pages: ['step/index', 'errors/index', 'dates/index', 'finish/index', ...(web ? [] : ['picture/index'])],
    },
    { root: 'packages/about', pages: ['data/index', 'sources/index'] },
    { root: 'packages/desk', pages: ['approve/index', ...(web ? ['computer/index'] : [])] },
    {
      root: 'packages/rep',
      pages: ['merchants/index', 'merchant/index', 'photo/index', 'codes/index', 'overview/index', 'claim/index'],
    },
  ],
  /**
   * All pages of one package share 2 MB of early loading, and a page has one rule for one kind of network.
   * The guide package with its pictures takes nearly all that the main package's pages have: it comes on
   * Wi-Fi only (on mobile data with the first step that is opened). The small packages come early from the
   * questions, which have a quota of their own and which every merchant passes.
   */
  preloadRule: {
    'pages/home/index': { network: 'wifi', packages: ['packages/guide'] },
    'packages/start/questions/index': { network: 'all', packages: ['packages/material', 'packages/capture'] },
  },
  window: {
    navigationStyle: 'default',
    navigationBarTitleText: brand.name,
    navigationBarBackgroundColor: themed('bar', palette.light.page),
    navigationBarTextStyle: themed('barText', 'black') as 'black',
    backgroundColor: themed('page', palette.light.page),
    backgroundTextStyle: themed('pageText', 'dark') as 'dark',
  },
  tabBar: {
    color: themed('tabText', palette.light['ink-3']),
    selectedColor: themed('tabOn', palette.light.accent),
    backgroundColor: themed('tab', palette.light.card),
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
