/** 服务号认证: pages of the back end (facts: the client's guide 004, notes of 2026; wording partly not confirmed). */
import type { Picture, SideItem } from '../types'
import { login } from './parts'

/** The menu of the service account's back end: only what the guides name is known. */
const side = [
  {},
  {},
  { label: '广告与服务' },
  { inner: true },
  { label: '设置与开发' },
  { inner: true },
  { label: '微信认证', inner: true, on: true },
  {},
] as const satisfies readonly SideItem[]

export const certifyServiceAccount: readonly Picture[] = [
  login('certify-service-account/apply', { no: 1, say: '登录服务号' }),
  {
    id: 'certify-service-account/apply-2',
    page: '服务号后台「微信认证」',
    side: [{}, {}, { label: '设置与开发' }, { inner: true }, { label: '微信认证', inner: true, hit: { no: 2 } }, {}],
    body: [
      { kind: 'heading', text: '微信认证' },
      { kind: 'bones', widths: [92, 80, 56] },
      { kind: 'rule' },
      { kind: 'bones', widths: [86, 64] },
      { kind: 'buttons', align: 'left', items: [{ label: '开通', hit: { no: 3, say: '或「申请」' } }] },
    ],
  },
  {
    id: 'certify-service-account/apply-3',
    page: '要先传营业执照的申请页',
    body: [
      { kind: 'heading', text: '微信认证' },
      {
        kind: 'group',
        hit: { no: 3, say: '传好再点' },
        body: [
          { kind: 'row', label: '营业执照', body: [{ kind: 'upload', label: '上传文件' }] },
          { kind: 'buttons', items: [{ label: '申请' }] },
        ],
      },
    ],
  },
  {
    id: 'certify-service-account/administrator',
    page: '认证申请页「验证管理员」',
    body: [
      { kind: 'heading', text: '验证管理员', level: 2 },
      {
        kind: 'rows',
        hit: { no: 1, say: '最好同认证联系人' },
        body: [
          { kind: 'row', label: '姓名', body: [{ kind: 'input' }] },
          { kind: 'row', label: '身份证号', body: [{ kind: 'input' }] },
          { kind: 'row', label: '手机', body: [{ kind: 'input', beside: [{ kind: 'button', text: '获取验证码' }] }] },
          { kind: 'row', label: '验证码', body: [{ kind: 'input', text: '6 位数字' }] },
        ],
      },
      { kind: 'row', label: '身份验证', body: [{ kind: 'code', size: 150, hit: { no: 2, say: '管理员扫' } }] },
      { kind: 'buttons', items: [{ label: '下一步', hit: { no: 3 } }] },
    ],
  },
  {
    id: 'certify-service-account/agreement',
    page: '认证申请页「同意协议」',
    body: [
      { kind: 'heading', text: '同意协议' },
      { kind: 'bones', widths: [94, 88, 96, 72] },
      { kind: 'bones', widths: [92, 96, 60] },
      {
        kind: 'choice',
        many: true,
        items: [{ label: '我同意并遵守', on: true, bone: 84, hit: { no: 1, say: '看完勾上' } }],
      },
      { kind: 'buttons', items: [{ label: '下一步', hit: { no: 2 } }] },
    ],
  },
  {
    id: 'certify-service-account/subject-kind',
    page: '认证申请页，填认证资料的地方',
    labels: 152,
    body: [
      {
        kind: 'row',
        label: '认证类型',
        hit: { no: 1, say: '执照上写哪个选哪个' },
        body: [{ kind: 'choice', inline: true, items: [{ label: '企业' }, { label: '个体工商户' }] }],
      },
      {
        kind: 'rows',
        hit: { no: 2, say: '选最接近的' },
        body: [
          { kind: 'row', label: '机构类型', free: true, body: [{ kind: 'input', select: true, text: '请选择' }] },
          { kind: 'row', label: '经营行业', free: true, body: [{ kind: 'input', select: true, text: '请选择' }] },
        ],
      },
      {
        kind: 'rows',
        hit: { no: 3, say: '与执照一字不差' },
        body: [
          { kind: 'row', label: '企业全称', body: [{ kind: 'input', text: '页面自己填好了' }] },
          { kind: 'row', label: ['统一社会', '信用代码'], body: [{ kind: 'input', text: '18 位代码' }] },
        ],
      },
    ],
    whole: {
      side,
      above: [{ kind: 'heading', text: '认证类型及填写认证资料' }],
      below: [
        { kind: 'row', label: '工商营业执照', body: [{ kind: 'upload', label: '上传文件' }] },
        { kind: 'row', label: '其他证明材料', body: [{ kind: 'bones', widths: [46, 30] }] },
        { kind: 'buttons', items: [{ label: '下一步', quiet: true }] },
      ],
    },
  },
  {
    id: 'certify-service-account/licence',
    page: '认证申请页，上传营业执照的地方',
    labels: 188,
    body: [
      { kind: 'heading', text: '上传营业执照', level: 2 },
      {
        kind: 'row',
        label: '工商营业执照',
        body: [
          { kind: 'upload', label: '上传文件', hit: { no: 1 } },
          { kind: 'bones', widths: [86] },
        ],
      },
      { kind: 'row', label: '其他证明材料', body: [{ kind: 'bones', widths: [70, 48] }] },
      { kind: 'toast', text: '已自动保存，仅在本机当天有效' },
    ],
  },
  {
    id: 'certify-service-account/licence-2',
    page: '点「上传文件」以后',
    body: [{ kind: 'heading', text: '上传营业执照', level: 2 }],
    dialog: {
      title: '选择文件',
      body: [{ kind: 'photos', items: [{ label: '营业执照', hit: { no: 2 } }, {}, {}] }],
    },
  },
  {
    id: 'certify-service-account/bank-account',
    page: '认证申请页「主体验证方式」',
    labels: 152,
    body: [
      {
        kind: 'row',
        label: ['主体', '验证方式'],
        hit: { no: 1, say: '选一种' },
        body: [{ kind: 'choice', items: [{ label: '对公账户打款', on: true }, { label: '法人扫脸' }] }],
      },
      {
        kind: 'rows',
        hit: { no: 2, say: '和执照名称一样' },
        body: [
          { kind: 'row', label: '开户名称', body: [{ kind: 'input' }] },
          { kind: 'row', label: '开户银行', body: [{ kind: 'input' }] },
          { kind: 'row', label: '账号', body: [{ kind: 'input' }] },
        ],
      },
    ],
  },
  {
    id: 'certify-service-account/bank-account-2',
    page: '认证申请页「主体验证方式」，选了法人扫脸以后',
    body: [
      { kind: 'choice', items: [{ label: '法人扫脸', on: true }] },
      { kind: 'heading', text: '法定代表人验证', level: 2, centred: true },
      { kind: 'code', size: 210, hit: { no: 3, say: '法定代表人扫' } },
    ],
  },
  {
    id: 'certify-service-account/bank-account-3',
    page: '认证申请页「主体验证方式」，法定代表人扫完以后',
    body: [
      { kind: 'choice', items: [{ label: '法人扫脸', on: true }] },
      { kind: 'heading', text: '法定代表人验证', level: 2, centred: true },
      {
        kind: 'group',
        hit: { no: 3, say: '看到它才算好' },
        body: [
          { kind: 'art', name: 'done' },
          { kind: 'words', text: '已验证成功', strong: true, centred: true },
        ],
      },
    ],
  },
  {
    id: 'certify-service-account/contact',
    page: '认证申请页「联系人信息」',
    body: [
      { kind: 'heading', text: '联系人信息', level: 2 },
      {
        kind: 'rows',
        hit: { no: 1, say: '审核电话打这里' },
        body: [
          { kind: 'row', label: '姓名', body: [{ kind: 'input' }] },
          { kind: 'row', label: '手机', body: [{ kind: 'input', beside: [{ kind: 'button', text: '获取验证码' }] }] },
        ],
      },
      { kind: 'row', label: '验证码', hit: { no: 2 }, body: [{ kind: 'input', text: '6 位数字' }] },
      { kind: 'row', label: '邮箱', body: [{ kind: 'input' }] },
      { kind: 'row', label: '身份证号', body: [{ kind: 'input' }] },
      { kind: 'row', label: '座机', body: [{ kind: 'input', text: '没有就空着' }] },
      { kind: 'buttons', items: [{ label: '下一步', hit: { no: 3 } }] },
    ],
  },
  {
    id: 'certify-service-account/name',
    page: '认证申请页「确认名称」',
    body: [
      { kind: 'heading', text: '确认名称', level: 2 },
      {
        kind: 'row',
        label: '命名方式',
        hit: { no: 1, say: '没有商标选上面' },
        body: [{ kind: 'choice', items: [{ label: '基于自选词汇' }, { label: '基于商标' }] }],
      },
      {
        kind: 'row',
        label: '名称',
        hit: { no: 2 },
        body: [{ kind: 'input', hint: 84, beside: [{ kind: 'button', text: '检测' }] }],
      },
      { kind: 'buttons', items: [{ label: '下一步', hit: { no: 3 } }] },
    ],
  },
  {
    id: 'certify-service-account/name-2',
    page: '认证申请页「确认名称」，选了基于商标以后',
    body: [
      {
        kind: 'row',
        label: '命名方式',
        free: true,
        hit: { no: 1, say: '要传商标注册证' },
        body: [
          { kind: 'choice', items: [{ label: '基于自选词汇' }, { label: '基于商标', on: true }] },
          { kind: 'upload', label: '上传文件' },
        ],
      },
      { kind: 'row', label: '名称', body: [{ kind: 'input', beside: [{ kind: 'button', text: '检测' }] }] },
    ],
  },
  {
    id: 'certify-service-account/name-3',
    page: '被打回后重新提交时的提醒',
    body: [{ kind: 'heading', text: '确认名称', level: 2 }],
    dialog: {
      title: '提示',
      body: [
        { kind: 'art', name: 'caution' },
        { kind: 'words', text: '一旦提交，\n你将消耗一次重填的机会', centred: true },
        { kind: 'words', text: '先问清审核公司怎么改，再提交', soft: true, centred: true },
      ],
      buttons: [{ label: '确定' }, { label: '取消', quiet: true }],
    },
  },
  {
    id: 'certify-service-account/invoice',
    page: '认证申请页「填写发票」',
    body: [
      { kind: 'heading', text: '填写发票', level: 2 },
      {
        kind: 'row',
        label: '发票类型',
        hit: { no: 1, say: '选一种' },
        body: [
          {
            kind: 'choice',
            items: [{ label: '不开具发票' }, { label: '电子发票（普通）' }, { label: '增值税专用发票' }],
          },
        ],
      },
      {
        kind: 'rows',
        hit: { no: 2, say: '税号填信用代码' },
        body: [
          { kind: 'row', label: '抬头', body: [{ kind: 'input' }] },
          { kind: 'row', label: '税号', body: [{ kind: 'input' }] },
          { kind: 'row', label: '邮箱', body: [{ kind: 'input' }] },
        ],
      },
      { kind: 'buttons', items: [{ label: '保存并继续', hit: { no: 3 } }] },
    ],
  },
  {
    id: 'certify-service-account/pay',
    page: '认证申请页「支付费用」',
    labels: 152,
    body: [
      { kind: 'heading', text: '支付费用' },
      { kind: 'row', label: '审核服务费', hit: { no: 1, say: '看清金额' }, body: [{ kind: 'bones', widths: [36] }] },
      { kind: 'code', size: 210, caption: '用手机微信扫码支付', hit: { no: 2 } },
    ],
  },
  {
    id: 'certify-service-account/pay-2',
    page: '付款的手机，来电拦截的设置',
    address: null,
    body: [{ kind: 'phone', title: '来电拦截', button: { label: '关掉', hit: { no: 3 } } }],
  },
  {
    id: 'certify-service-account/audit-call',
    page: '手机上的来电',
    address: null,
    body: [{ kind: 'phone', title: '陌生来电', button: { label: '接听', hit: { no: 1 } } }],
  },
  {
    id: 'certify-service-account/audit-call-2',
    page: '服务号后台，小信封里的通知',
    body: [
      { kind: 'heading', text: '通知' },
      {
        kind: 'mails',
        items: [
          { from: '', subject: '审核公司和电话', hit: { no: 2, say: '只认这里写的' } },
          { from: '', subject: '认证成功', hit: { no: 3 } },
          { from: '', subject: '' },
        ],
      },
    ],
  },
  {
    id: 'certify-service-account/audit-call-3',
    page: '服务号后台「微信认证」，审核走到哪儿了',
    body: [
      { kind: 'heading', text: '审核状态' },
      {
        kind: 'list',
        items: [
          { title: '待支付', note: '还没付款' },
          { title: '审核中', note: '留意电话' },
          { title: '打回重填', note: '照通知改' },
          { title: '通过', note: '认证好了', hit: { no: 3, say: '等到这个' } },
          { title: '失败', note: '要重新申请' },
        ],
      },
    ],
  },
]
