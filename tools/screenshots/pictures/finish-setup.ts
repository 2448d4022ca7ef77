/** 完善信息、认证和备案: pages of the mini-program's back end (captures of 2026-06; filing from the official texts). */
import type { Hit, Picture } from '../types'

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
    if (locked(name)) return { title, tag, bone: 70 }
    return { title, tag, bone: 70, button: { label, ...(name === task ? { hit } : { quiet: true as const }) } }
  })
  return {
    id: `finish-setup/${task}`,
    page: '小程序后台首页',
    body: [
      { kind: 'heading', text: '小程序发布流程' },
      { kind: 'list', items },
    ],
  }
}

export const finishSetup: readonly Picture[] = [
  home('information'),
  {
    id: 'finish-setup/information-2',
    page: '小程序后台「小程序信息」',
    labels: 152,
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
    body: [{ kind: 'heading', text: '服务类目' }],
    dialog: {
      title: '添加类目',
      body: [
        {
          kind: 'row',
          label: '服务类目',
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
        kind: 'row',
        label: '认证类型',
        hit: { no: 2, say: '执照上写哪个选哪个' },
        body: [{ kind: 'choice', inline: true, items: [{ label: '企业' }, { label: '个体工商户' }] }],
      },
      { kind: 'row', label: '企业全称', body: [{ kind: 'input', text: '与执照一字不差' }] },
      { kind: 'row', label: '主体资质', body: [{ kind: 'upload', label: '营业执照，最后传' }] },
      { kind: 'bones', widths: [80, 64] },
    ],
  },
  {
    id: 'finish-setup/certification-3',
    page: '小程序认证申请页「支付」',
    labels: 152,
    body: [
      { kind: 'heading', text: '支付费用', level: 2 },
      { kind: 'row', label: '审核服务费', body: [{ kind: 'bones', widths: [36] }] },
      { kind: 'code', size: 210, caption: '用手机微信扫码支付', hit: { no: 3, say: '先看清金额' } },
    ],
  },
  home('filing', ['information', 'category']),
  {
    id: 'finish-setup/filing-2',
    page: '小程序备案「验证备案类型」',
    labels: 152,
    body: [
      { kind: 'heading', text: '验证备案类型', level: 2 },
      {
        kind: 'group',
        hit: { no: 2, say: '认出的字要核对' },
        body: [
          { kind: 'row', label: '选择地区', body: [{ kind: 'input', select: true, text: '省、市、区' }] },
          { kind: 'row', label: '主体类型', body: [{ kind: 'input', select: true, text: '照执照选' }] },
          { kind: 'row', label: '营业执照', body: [{ kind: 'upload', label: '上传' }] },
          { kind: 'buttons', items: [{ label: '验证' }] },
        ],
      },
    ],
  },
  {
    id: 'finish-setup/filing-3',
    page: '小程序备案，负责人刷脸的地方',
    labels: 172,
    body: [
      { kind: 'heading', text: '小程序负责人', level: 2 },
      { kind: 'row', label: '手机、邮箱', body: [{ kind: 'input' }] },
      { kind: 'row', label: '人脸核身', body: [{ kind: 'code', size: 170, hit: { no: 2, say: '本人扫' } }] },
      { kind: 'buttons', items: [{ label: '下一步' }] },
    ],
  },
  {
    id: 'finish-setup/filing-4',
    page: '工信部备案网站「短信核验」',
    address: 'beian.miit.gov.cn',
    labels: 172,
    body: [
      { kind: 'heading', text: '短信核验', level: 2 },
      {
        kind: 'group',
        hit: { no: 3, say: '24 小时内填' },
        body: [
          { kind: 'row', label: '验证码', body: [{ kind: 'input', text: '短信里的 6 位' }] },
          { kind: 'row', label: '手机号码', body: [{ kind: 'input' }] },
          { kind: 'row', label: ['证件号码', '后 6 位'], body: [{ kind: 'input' }] },
          { kind: 'buttons', items: [{ label: '提交' }] },
        ],
      },
    ],
  },
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
          { kind: 'row', label: '信息类型', body: [{ kind: 'input', select: true, text: '增加信息类型' }] },
          { kind: 'row', label: '用途', body: [{ kind: 'input' }] },
        ],
      },
      { kind: 'row', label: '联系邮箱', body: [{ kind: 'input' }] },
      {
        kind: 'group',
        hit: { no: 3 },
        body: [
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
    labels: 124,
    side: [
      {},
      { label: '管理' },
      { inner: true },
      { label: '开发管理', inner: true, hit: { no: 1 } },
      { inner: true },
      {},
      {},
    ],
    body: [
      { kind: 'heading', text: '开发管理' },
      { kind: 'tabs', items: [{ label: '开发设置', hit: { no: 2 } }, { label: '接口设置' }, { label: '…' }] },
      { kind: 'heading', text: '开发者ID', level: 2 },
      { kind: 'row', label: 'AppID', hit: { no: 3, say: '复制这一串' }, body: [{ kind: 'words', text: 'wx…' }] },
      { kind: 'row', label: 'AppSecret', body: [{ kind: 'words', text: '别点，也别发给人', soft: true }] },
    ],
  },
]
