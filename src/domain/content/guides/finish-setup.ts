/** What every mini-program needs today after its registration: screens 2D‑5…16. Neither source guide has it. */
import type { Guide, Step } from '../types'
import { certification } from './finish-setup-certification'
import { filing } from './finish-setup-filing'
import { nameCandidates, nameErrors, officialSite } from './shared'

const information: Step = {
  id: 'information',
  title: '填小程序信息',
  device: 'computer',
  minutes: 10,
  address: officialSite,
  instructions: [
    { text: '首页「小程序信息」点「去填写」', note: '用小程序的邮箱、密码登录，管理员微信扫码。' },
    { text: '填名称，点「检测」', note: '4–30 个字符，一个汉字算 2 个。没提示重名再往下填。' },
    { text: '传头像，写介绍，点「提交」', note: '头像不超过 2 MB，介绍 4–120 个字符。' },
  ],
  fields: [
    { label: '小程序名称', value: { entry: 't.account-names.first' } },
    ...nameCandidates,
    { label: '小程序头像', hint: 'png 最好，144×144，不超过 2 MB', value: { photo: 'avatar' } },
    { label: '介绍', value: { entry: 't.account-introduction.text' } },
  ],
  cautions: [
    {
      level: 'caution',
      title: '名称先查好，图最后传',
      text: '有的页面查完名称会刷新，传好的执照、头像就没了，要重新传。',
    },
    {
      level: 'info',
      title: '打不开这一项的，先去认证',
      text: '注册时选了「微信认证」的，要认证通过了才能填。选小额打款的，要等打款验证好。',
    },
  ],
  errors: [
    ...nameErrors,
    'name-generic',
    'name-commercial',
    'name-brand',
    'introduction-length',
    'introduction-content',
    'introduction-unrelated',
    'avatar-refused',
  ],
  uncertain: '以后改名一年大约 3 次，这个数只在一处看到。',
  sources: ['screens-2026', 'introduction', 'operation-rules', 'page-texts'],
}

const category: Step = {
  id: 'category',
  title: '加服务类目，传许可证',
  device: 'computer',
  minutes: 8,
  instructions: [
    { text: '首页「小程序类目」点「去补充」' },
    { text: '点「添加类目」，选你的行业', note: '可以搜。要和你真做的生意、手里的证都对得上。' },
    { text: '传许可证，点「确定」', note: '不要证的行业没有这一格。多个类目的，再点「设置主营类目」。' },
  ],
  fields: [{ label: '资质', value: { photo: 'industry-permits' }, applies: { permits: 'needed' } }],
  cautions: [
    {
      level: 'caution',
      title: '类目和证要对上',
      text: '做餐饮、卖食品的传食品经营许可证，食品厂传食品生产许可证。对不上会审核不过，也上不了架。',
    },
    {
      level: 'info',
      title: '最多 5 个，一个月能加 5 次',
      text: '先加主要的那一个，其他的慢慢加。审核一般 3 个工作日以内。',
    },
  ],
  errors: ['category-papers', 'category-monthly', 'category-total', 'photo-unclear', 'papers-expired'],
  uncertain: '平台的类目表每个季度会改，要哪张证、审多久，以后台显示为准。',
  sources: ['screens-2026', 'category-table', 'guide-004', 'guide-000', 'guide-004-2023'],
}

const privacy: Step = {
  id: 'privacy',
  title: '填用户隐私保护指引',
  device: 'computer',
  minutes: 10,
  instructions: [
    { text: '「设置」里找「服务内容声明」', note: '「用户隐私保护指引」那一行，点「去完善」。' },
    { text: '选会用到的信息，写用途', note: '点「增加信息类型」。用了哪些、做什么用，问业务员要一份照着填。' },
    { text: '存储地点选「境内」，点「确定」', note: '再填一个联系邮箱，勾上承诺。' },
  ],
  fields: [{ label: '邮箱', hint: '留给顾客联系的', value: { entry: 't.email-mini-program.address' } }],
  cautions: [
    {
      level: 'caution',
      title: '没填的信息，小程序就用不了',
      text: '没写手机号、位置、照片的，顾客点到那里会失败。要收什么就写什么，别多写。',
    },
  ],
  uncertain: '每一格的叫法可能变过，也可以在提交审核的时候再填。',
  sources: ['privacy', 'guide-004-2023'],
}

const appId: Step = {
  id: 'app-id',
  title: '抄下 AppID，交给业务员',
  device: 'both',
  minutes: 3,
  instructions: [
    { text: '左边点「开发管理」', note: '在「管理」或「开发与服务」里。' },
    { text: '上面点「开发设置」' },
    { text: '复制「AppID(小程序ID)」', note: 'wx 开头，共 18 位。抄到下面，再发给业务员。' },
  ],
  asks: 'app-id',
  fields: [
    { label: '微信支付商户平台', hint: '要在小程序里收款，再去办', value: { text: 'https://pay.weixin.qq.com' } },
  ],
  cautions: [
    {
      level: 'stop',
      title: 'AppSecret 和密码，别给任何人',
      text: '业务员只要 AppID。下面那一行 AppSecret 是钥匙，别截图，也别发。',
    },
    {
      level: 'info',
      title: '要收款，再办一个商户号',
      text: '打开「微信支付商户平台」点「接入微信支付」，办好后和这个 AppID 绑在一起。',
    },
  ],
  errors: ['filing-not-done'],
  sources: ['screens-2026', 'introduction', 'filing-faq', 'own-advice'],
}

export const finishSetup: Guide = {
  id: 'finish-setup',
  title: '完善信息、认证和备案',
  goal: '信息、类目、认证、备案都办好，小程序才能上架。最后把 AppID 交给业务员。',
  before: [
    '小程序的登录邮箱和密码',
    '3 个备选名称，1 段介绍，头像',
    '行业许可证的照片',
    '两位负责人的身份证原件和手机',
    '微信里能付认证费',
  ],
  steps: [information, category, certification, filing, privacy, appId],
  sources: ['screens-2026', 'introduction', 'filing-guide', 'certification', 'privacy'],
}
