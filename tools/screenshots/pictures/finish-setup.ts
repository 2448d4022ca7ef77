/** 完善信息、认证和备案: pages of the mini-program's back end (captures of 2026-06; filing from the official texts). */
import type { Element, Hit, Picture } from '../types'
import { filingPages } from './finish-setup-filing'
import { programSide } from './parts'

type Task = 'information' | 'category' | 'filing' | 'certification'

const tasks: Readonly<Record<Task, readonly [title: string, tag: string, button: string]>> = {
  information: ['小程序信息', '未填写', '去填写'],
  category: ['小程序类目', '未补充', '去补充'],
  filing: ['小程序备案', '未备案', '去备案'],
  certification: ['微信认证', '未完善', '去认证'],
}
const order: readonly Task[] = ['information', 'category', 'filing', 'certification']

/** The back end's home page with its four tasks; one of them is pointed at. Filing is locked until the first two are done. */
function home(task: Task, done: readonly Task[] = []): Picture {
  const hit: Hit = { no: 1 }
  const locked = (name: Task) => name === 'filing' && !done.includes('category')
  const items = order.map((name) => {
    const [title, tag, label] = tasks[name]
    if (done.includes(name)) return { title, tag: '已完成', bone: 70 }
    if (locked(name)) return { title, tag, bone: 70, note: '需先填写小程序\n信息和类目' }
    return { title, tag, bone: 70, button: { label, ...(name === task ? { hit } : { quiet: true as const }) } }
  })
  return {
    id: `finish-setup/${task}`,
    page: '小程序后台首页',
    body: [
      { kind: 'heading', text: '小程序发布流程' },
      { kind: 'list', items },
    ],
    ...(task === 'information'
      ? {
          whole: {
            side: programSide('首页'),
            below: [
              { kind: 'heading', text: '小程序开发与管理', level: 2 },
              { kind: 'bones', widths: [60, 44] },
            ],
          },
        }
      : {}),
  }
}

/** Further down in 小程序认证: the account and the contact. */
const accountAndContact: readonly Element[] = [
  { kind: 'row', label: '开户名称', body: [{ kind: 'input' }] },
  { kind: 'row', label: '开户银行', body: [{ kind: 'input' }] },
  { kind: 'row', label: '账号', body: [{ kind: 'input' }] },
  { kind: 'heading', text: '联系人信息', level: 2 },
  { kind: 'row', label: '姓名', field: '联系人姓名', body: [{ kind: 'input' }] },
  {
    kind: 'row',
    label: '手机',
    field: '联系人手机',
    body: [{ kind: 'input', beside: [{ kind: 'button', text: '获取验证码' }] }],
  },
  { kind: 'row', label: '身份证号', field: '联系人身份证号', body: [{ kind: 'input' }] },
]

/** And the name, the invoice. */
const nameAndInvoice: readonly Element[] = [
  { kind: 'row', label: '小程序名称', body: [{ kind: 'input', beside: [{ kind: 'button', text: '检测' }] }] },
  { kind: 'heading', text: '填写发票', level: 2 },
  {
    kind: 'row',
    label: '发票类型',
    body: [
      { kind: 'choice', items: [{ label: '不开具发票' }, { label: '电子发票（普通）' }, { label: '增值税专用发票' }] },
    ],
  },
  { kind: 'row', label: '邮箱', field: '发票邮箱', body: [{ kind: 'input' }] },
]

export const finishSetup: readonly Picture[] = [
  home('information'),
  {
    id: 'finish-setup/information-2',
    page: '小程序后台「小程序信息」',
    labels: 152,
    whole: { side: programSide('首页') },
    body: [
      { kind: 'heading', text: '小程序信息', level: 2 },
      {
        kind: 'row',
        label: '小程序名称',
        hit: { no: 2, say: '先填名称' },
        body: [{ kind: 'input', hint: 80, beside: [{ kind: 'button', text: '检测' }] }],
      },
      {
        kind: 'group',
        hit: { no: 3 },
        body: [
          { kind: 'row', label: '小程序头像', body: [{ kind: 'upload', label: '选择图片' }] },
          { kind: 'row', label: '介绍', body: [{ kind: 'input', text: '4–120 个字符' }] },
          { kind: 'buttons', items: [{ label: '提交' }] },
        ],
      },
    ],
  },
  home('category', ['information']),
  {
    id: 'finish-setup/category-2',
    page: '小程序后台「服务类目」',
    body: [
      { kind: 'heading', text: '服务类目' },
      { kind: 'words', text: '服务类目最多添加 5 个，\n本月可添加 5 次', soft: true },
      {
        kind: 'buttons',
        items: [
          { label: '设置主营类目', quiet: true },
          { label: '添加类目', hit: { no: 2 } },
        ],
      },
      { kind: 'bones', widths: [70, 44] },
    ],
  },
  {
    id: 'finish-setup/category-3',
    page: '点「添加类目」以后',
    body: [{ kind: 'heading', text: '服务类目' }],
    dialog: {
      title: '添加类目',
      body: [
        {
          kind: 'row',
          label: '服务类目',
          free: true,
          hit: { no: 2, say: '打字就能搜' },
          body: [
            { kind: 'input', select: true, text: '请选择或者输入' },
            {
              kind: 'menu',
              columns: [
                [{}, { label: '餐饮服务' }, {}],
                [{}, {}, {}],
              ],
            },
          ],
        },
        {
          kind: 'group',
          hit: { no: 3, say: '要证的行业才有' },
          body: [
            { kind: 'row', label: '资质', body: [{ kind: 'upload', label: '上传许可证' }] },
            { kind: 'buttons', items: [{ label: '确定' }] },
          ],
        },
      ],
    },
  },
  home('certification', ['information', 'category']),
  {
    id: 'finish-setup/certification-2',
    page: '小程序认证申请页',
    labels: 152,
    body: [
      { kind: 'heading', text: '微信认证', level: 2 },
      {
        kind: 'rows',
        hit: { no: 2, say: '都照执照填' },
        body: [
          {
            kind: 'row',
            label: '认证类型',
            body: [{ kind: 'choice', inline: true, items: [{ label: '企业' }, { label: '个体工商户' }] }],
          },
          { kind: 'row', label: '企业全称', body: [{ kind: 'input', text: '与执照一字不差' }] },
          { kind: 'row', label: ['统一社会', '信用代码'], body: [{ kind: 'input', text: '18 位代码' }] },
          { kind: 'row', label: '主体资质', body: [{ kind: 'upload', label: '营业执照，最后传' }] },
        ],
      },
    ],
    whole: { side: programSide('微信认证'), below: accountAndContact },
  },
  {
    id: 'finish-setup/certification-3',
    page: '小程序认证申请页，填对公账户和联系人的地方',
    labels: 156,
    body: [{ kind: 'group', hit: { no: 2, say: '审核电话打联系人' }, body: accountAndContact }],
  },
  {
    id: 'finish-setup/certification-4',
    page: '小程序认证申请页，填名称和发票的地方',
    labels: 156,
    body: [{ kind: 'group', hit: { no: 2, say: '先点检测' }, body: nameAndInvoice }],
  },
  {
    id: 'finish-setup/certification-5',
    page: '小程序认证申请页「支付」',
    labels: 152,
    body: [
      { kind: 'heading', text: '支付费用', level: 2 },
      { kind: 'row', label: '审核服务费', body: [{ kind: 'bones', widths: [36] }] },
      { kind: 'code', size: 210, caption: '用手机微信扫码支付', hit: { no: 3, say: '先看清金额' } },
    ],
  },
  home('filing', ['information', 'category']),
  ...filingPages,
  {
    id: 'finish-setup/privacy',
    page: '小程序后台「服务内容声明」',
    body: [
      { kind: 'heading', text: '服务内容声明' },
      {
        kind: 'list',
        items: [
          { title: '用户隐私保护指引', bone: 70, button: { label: '去完善', hit: { no: 1 } } },
          { title: '', bone: 50 },
        ],
      },
    ],
  },
  {
    id: 'finish-setup/privacy-2',
    page: '「用户隐私保护指引」',
    body: [
      { kind: 'heading', text: '用户隐私保护指引', level: 2 },
      {
        kind: 'rows',
        hit: { no: 2, say: '用到的才写' },
        body: [
          { kind: 'row', label: '信息类型', free: true, body: [{ kind: 'input', select: true, text: '增加信息类型' }] },
          { kind: 'row', label: '用途', free: true, body: [{ kind: 'input' }] },
        ],
      },
      {
        kind: 'group',
        hit: { no: 3 },
        body: [
          { kind: 'row', label: '邮箱', body: [{ kind: 'input', text: '顾客联系用' }] },
          {
            kind: 'row',
            label: '存储地点',
            body: [
              {
                kind: 'choice',
                inline: true,
                items: [
                  { label: '境内', on: true },
                  { label: '境外', soft: true },
                ],
              },
            ],
          },
          { kind: 'buttons', items: [{ label: '确定' }] },
        ],
      },
    ],
  },
  {
    id: 'finish-setup/app-id',
    page: '小程序后台「开发管理」',
    labels: 150,
    side: [
      {},
      { label: '管理' },
      { inner: true },
      { label: '开发管理', inner: true, hit: { no: 1 } },
      { inner: true },
      {},
      {},
    ],
    whole: {
      side: programSide('开发管理', { no: 1 }),
      below: [
        { kind: 'rule' },
        { kind: 'heading', text: '小程序代码上传', level: 2 },
        { kind: 'bones', widths: [80, 60] },
      ],
    },
    body: [
      { kind: 'heading', text: '开发管理' },
      { kind: 'tabs', items: [{ label: '开发设置', hit: { no: 2 } }, { label: '接口设置' }, { label: '…' }] },
      { kind: 'heading', text: '开发者ID', level: 2 },
      {
        kind: 'row',
        label: ['AppID', '(小程序ID)'],
        hit: { no: 3, say: '复制这一串' },
        body: [{ kind: 'words', text: 'wx…' }],
      },
      {
        kind: 'row',
        label: ['AppSecret', '(小程序密钥)'],
        body: [{ kind: 'words', text: '别点，也别发给人', soft: true }],
      },
    ],
  },
]
