/** 用服务号建小程序: pages of the service account's back end (facts: the older archive and the client's guide 000). */
import type { Picture } from '../types'
import { activationMail, barrier, login, mailSent, stepper } from './parts'
import { administratorForm } from './parts-forms'

const steps = (at: number) => stepper(['选择复用资质', '填写小程序帐号信息'], at)

export const reuse: readonly Picture[] = [
  login('reuse/menu', { no: 1, say: '登录服务号' }),
  {
    id: 'reuse/menu-2',
    page: '公众号后台「小程序管理」',
    side: [
      {},
      {},
      { label: '广告与服务' },
      { label: '小程序管理', inner: true, hit: { no: 2 } },
      { inner: true },
      {},
      {},
    ],
    body: [
      { kind: 'heading', text: '小程序管理', button: { label: '添加', hit: { no: 3, where: '右上角的' } } },
      { kind: 'rule' },
      { kind: 'bones', widths: [70, 90] },
      { kind: 'bones', widths: [80, 62] },
      { kind: 'bones', widths: [64, 86] },
    ],
    whole: { below: [{ kind: 'bones', widths: [72, 88] }] },
  },
  {
    id: 'reuse/quick-register',
    page: '公众号后台「小程序管理」',
    body: [{ kind: 'heading', text: '小程序管理' }],
    dialog: {
      title: '添加小程序',
      body: [
        {
          kind: 'tiles',
          columns: 2,
          items: [
            { title: ['关联', '小程序'], not: true },
            { title: ['快速注册并', '认证小程序'], hit: { no: 1, say: '点这里' } },
          ],
        },
      ],
    },
  },
  barrier(
    'reuse/quick-register-2',
    '服务号还没认证的时候',
    '小程序管理',
    '你的公众号未完成微信认证，\n无法复用资质申请小程序，\n请先完成认证。',
    [{ label: '前往认证' }],
  ),
  barrier(
    'reuse/quick-register-3',
    '这个月的次数用完的时候',
    '小程序管理',
    '本月已复用资质创建 N 个小程序，\n不可新增。',
    [{ label: '确定' }],
  ),
  {
    id: 'reuse/terms',
    page: '「快速创建小程序说明」',
    body: [
      { kind: 'heading', text: '快速创建小程序说明' },
      { kind: 'bones', widths: [96, 88, 40] },
      { kind: 'bones', widths: [94, 90, 72] },
      { kind: 'bones', widths: [62, 54, 66, 70] },
      {
        kind: 'choice',
        many: true,
        items: [
          { label: '我已明白快速创建小程序的流程，\n现在开始进行创建', on: true, hit: { no: 1, say: '看完勾上' } },
        ],
      },
      { kind: 'buttons', items: [{ label: '快速创建', hit: { no: 2 } }] },
    ],
  },
  {
    id: 'reuse/scan',
    page: '「验证身份」',
    body: [
      { kind: 'heading', text: '验证身份', centred: true },
      {
        kind: 'pair',
        body: [
          { kind: 'code', size: 210, hit: { no: 1, say: '管理员本人扫' } },
          { kind: 'phone', button: { label: '确认', hit: { no: 2 } } },
        ],
      },
      { kind: 'words', text: '请公众号管理员微信扫描并确认', soft: true, centred: true },
    ],
  },
  {
    id: 'reuse/reuse-tick',
    page: '「快速创建小程序」',
    body: [
      { kind: 'heading', text: '快速创建小程序' },
      steps(1),
      { kind: 'bones', widths: [92, 64] },
      {
        kind: 'choice',
        many: true,
        items: [
          { label: '运营者信息', strong: true, on: true, bone: 84, hit: { no: 1, say: '勾上' } },
          { label: '微信认证资质', strong: true, on: true, bone: 84, hit: { no: 2, say: '有这一项就勾上' } },
        ],
      },
      {
        kind: 'buttons',
        items: [
          { label: '上一步', quiet: true },
          { label: '下一步', hit: { no: 3 } },
        ],
      },
    ],
  },
  barrier(
    'reuse/reuse-tick-2',
    '服务号的认证不到 15 天就到期的时候',
    '快速创建小程序',
    '公众号认证有效期已少于 15 天，\n建议先年审',
    [{ label: '返回' }, { label: '继续申请', quiet: true }],
  ),
  {
    id: 'reuse/mailbox',
    page: '「快速创建小程序」',
    body: [
      steps(2),
      { kind: 'row', label: '邮箱', hit: { no: 1, say: '服务号没用过的' }, body: [{ kind: 'input', hint: 94 }] },
      {
        kind: 'rows',
        hit: { no: 2, say: '至少 8 位，自己记好' },
        body: [
          { kind: 'row', label: '密码', body: [{ kind: 'input', dots: true }] },
          { kind: 'row', label: '确认密码', body: [{ kind: 'input', dots: true }] },
          {
            kind: 'row',
            label: '验证码',
            body: [{ kind: 'input', beside: [{ kind: 'captcha' }, { kind: 'link', text: '换一张' }] }],
          },
        ],
      },
      {
        kind: 'group',
        hit: { no: 3 },
        body: [
          { kind: 'choice', many: true, items: [{ label: '你已阅读并同意', on: true, bone: 88 }] },
          { kind: 'buttons', items: [{ label: '提交' }] },
        ],
      },
    ],
    whole: { above: [{ kind: 'heading', text: '快速创建小程序' }] },
  },
  barrier(
    'reuse/mailbox-2',
    '没认证的小程序已经有 5 个的时候',
    '快速创建小程序',
    '帐号主体已申请 5 个小程序，\n请先完成认证后再重新创建小程序',
    [{ label: '确定' }],
  ),
  mailSent('reuse/activate', '激活小程序帐号'),
  {
    id: 'reuse/activate-2',
    page: '邮件没收到，点「重新发送」以后',
    body: [
      { kind: 'art', name: 'mail' },
      { kind: 'toast', text: '发送成功，请登录邮箱激活' },
      { kind: 'buttons', items: [{ label: '登录邮箱', hit: { no: 1, say: '再去看一次' } }] },
    ],
  },
  activationMail('reuse/activate-3'),
  {
    id: 'reuse/administrator',
    page: '「管理员信息登记」',
    labels: 152,
    body: administratorForm({ person: { no: 1 }, code: { no: 2, say: '管理员扫' }, button: { no: 3 } }, '下一步'),
  },
]
