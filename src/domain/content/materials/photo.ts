/** What is photographed. */
import { eligible } from '../conditions'
import type { Material } from '../types'

const businessLicence: Material = {
  id: 'business-licence',
  group: 'photo',
  title: '营业执照',
  summary: '拍原件，四个角都要在',
  icon: 'licence',
  why: '注册、认证、备案都要交执照照片，名称和代码要一字不差。',
  accepted: [
    '纸质原件拍照，或者原件的彩色扫描件，都行。',
    '四个角和边框拍全，正着拍，字看得清，没有反光。',
    '要彩色。黑白的、复印件、翻拍屏幕、电子执照截图，备案都不收；复印件盖了公章也不收。',
    '有效期从备案那天算，要还有 3 个月以上，宁夏要 6 个月以上。官方另一页写的是 1 个月，照长的准备。',
    '文件大小官方有两种说法：一处写 100–200 KB、1500×1100 以上，一处写不超过 2 MB、720×1280 以上。我们按两种都合格来压缩。',
    '最好不加水印。要加，只加在空白处，写明用于小程序备案，不写期限。',
  ],
  applies: eligible,
  notApplicable: '还没有营业执照',
  slots: [{ id: 'business-licence', label: '营业执照', shape: 'landscape' }],
  fields: [
    {
      id: 'name',
      label: '名称',
      hint: '照「名称」栏抄，一个字都别差，括号也一样',
      example: '杭州市上城区小满面馆',
      input: 'text',
    },
    {
      id: 'code',
      label: '统一社会信用代码',
      hint: '18 位；老执照没有，就填 15 位注册号',
      example: '92330102MA2EXAMP5X',
      input: 'code',
      check: 'credit-code',
    },
    {
      id: 'until',
      label: '营业期限到',
      hint: '新版执照上没印，没印就不填',
      input: 'date',
      optional: true,
    },
  ],
  cautions: [
    {
      level: 'stop',
      title: '主体提交以后，不能再改',
      text: '注册页点「确定」前，名称和代码照着执照逐字对一遍。',
    },
    {
      level: 'caution',
      title: '刚办的、刚改过名的执照，先等等',
      text: '工商数据更新要 5–15 个工作日。太早提交，会提示企业信息或法定代表人信息不一致。',
    },
    {
      level: 'caution',
      title: '执照名称是空的，或者打着星号',
      text: '先去市场监管局换执照，把名称补上再备案。没有字号的，注册时名称一般填「个体户」加经营者姓名，以页面提示为准。',
    },
    {
      level: 'info',
      title: '只有 15 位注册号',
      text: '多半是还没换的老执照。先换成有 18 位代码的新执照，后面少麻烦。',
    },
  ],
  uncertain: '照片大小和有效期，官方几页写得不一样，以后台提示为准。',
  sources: [
    'guide-000',
    'guide-004',
    'certification-form',
    'filing-material',
    'filing-guide',
    'filing-faq',
    'screens-2026',
    'enterprise-interface',
    'registry-delay',
    'gb-32100',
    'gs-15',
  ],
}

const industryPermits: Material = {
  id: 'industry-permits',
  group: 'photo',
  title: '行业许可证',
  summary: '按你的行业，拍对应的证',
  icon: 'permit',
  why: '小程序加「服务类目」时要交。类目和证对不上，加不了类目，也上不了架。',
  accepted: [
    '纸质原件拍照或彩色扫描，四个角拍全，字看得清，没有反光。',
    '证上的名称要和营业执照一样，还在有效期内。',
    '写着要含某个经营项目的，先看证上有没有那几个字。',
    '每张不超过 2 MB。',
    '做餐饮、卖食品的，要食品经营许可证；食品厂要食品生产许可证；只卖预包装食品的，用备案凭证。',
    '行业没要求的，这一样不用管。',
  ],
  applies: { all: [eligible, { permits: 'needed' }] },
  notApplicable: '你选的行业不用另交许可证',
  slots: 'industry',
  cautions: [
    {
      level: 'caution',
      title: '地方上的小证不一定认',
      text: '小餐饮登记证、食品小经营店登记证、小食杂店备案卡这些，照样拍下来，是否被认可以审核为准。',
    },
    {
      level: 'info',
      title: '要求会变',
      text: '平台的类目表大约每个季度改一次，以后台「服务类目」那一页写的为准。',
    },
    {
      level: 'info',
      title: '类目有数量限制',
      text: '最多加 5 个，每个月能加 5 次。先加主要的，多做几行再慢慢加。',
    },
  ],
  uncertain: '要哪些证，以后台显示为准。',
  sources: ['guide-000', 'guide-004', 'category-table', 'screens-2026', 'food-permit-rules', 'small-trader-papers'],
}

const avatar: Material = {
  id: 'avatar',
  group: 'photo',
  title: '头像',
  summary: '门头或标志都行，以后再换也可以',
  icon: 'album',
  why: '小程序的图标。没有合适的，注册时再传也来得及。',
  accepted: [
    '正方形，144×144 就够。',
    '不超过 2 MB。',
    'PNG 最好，BMP、JPEG、JPG、GIF 也行。',
    '别用微信的图标、别人的商标、明星照片。',
  ],
  applies: eligible,
  notApplicable: '还没有营业执照',
  optional: true,
  slots: [{ id: 'avatar', label: '头像', shape: 'square' }],
  sources: ['screens-2026', 'operation-rules'],
}

export const photoMaterials: readonly Material[] = [businessLicence, industryPermits, avatar]
