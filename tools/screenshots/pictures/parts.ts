/** Pieces that several official pages have in common. */
import type { Button, Element, Hit, Picture } from '../types'

type Names = readonly (string | null)[]

/** The mailbox in the browser: whose it is, is the merchant's affair. */
export const mailbox = '你的邮箱网页'

/** The platform's home page, with the way to register at the top right. */
export function platformHome(id: Picture['id'], register: Hit, address?: Hit): Picture {
  return {
    id,
    page: '微信公众平台首页',
    ...(address ? { addressHit: address } : {}),
    bar: {
      title: '微信公众平台',
      items: [{ label: '立即注册', hit: { ...register, where: '右上角的' } }, { label: '简体中文' }],
    },
    body: [
      { kind: 'heading', text: '登录', level: 2 },
      { kind: 'input', text: '邮箱/微信号/QQ号' },
      { kind: 'input', text: '密码' },
      { kind: 'rule' },
      { kind: 'heading', text: '帐号分类', level: 2 },
      { kind: 'circles', labels: ['服务号', '公众号', '小程序', '企业微信'] },
    ],
  }
}

/** Logging in to the back end of the service account. */
export function login(id: Picture['id'], hit: Hit): Picture {
  return {
    id,
    page: '微信公众平台首页，登录的地方',
    body: [
      { kind: 'heading', text: '登录', level: 2 },
      {
        kind: 'group',
        hit,
        body: [
          { kind: 'input', text: '邮箱/微信号/QQ号' },
          { kind: 'input', text: '密码' },
          { kind: 'buttons', items: [{ label: '登录' }] },
        ],
      },
    ],
  }
}

type Kind = '服务号' | '小程序'

/** 请选择注册的帐号类型: four tiles, of which one is meant. */
export function kindTiles(id: Picture['id'], meant: Kind, hit: Hit): Picture {
  const tile = (title: string, note: string) => ({
    title,
    note,
    ...(title === meant ? { hit } : {}),
    ...(title === '公众号' && meant === '服务号' ? { not: true as const } : {}),
  })
  return {
    id,
    page: '选择账号类型的页面',
    body: [
      { kind: 'heading', text: '请选择注册的帐号类型', centred: true },
      {
        kind: 'tiles',
        columns: 2,
        items: [
          tile('公众号', '旧称订阅号'),
          tile('服务号', '适合企业及组织'),
          tile('小程序', ''),
          tile('企业微信', ''),
        ],
      },
    ],
  }
}

interface AdministratorHits {
  readonly person: Hit
  readonly code: Hit
  readonly button?: Hit
}

/** 管理员信息登记, with the code that the administrator scans. */
export function administratorForm(hits: AdministratorHits, label: string): readonly Element[] {
  const next: Button = { label, ...(hits.button ? { hit: hits.button } : {}) }
  return [
    {
      kind: 'rows',
      hit: hits.person,
      body: [
        { kind: 'row', label: ['管理员', '身份证姓名'], body: [{ kind: 'input' }] },
        { kind: 'row', label: ['管理员', '身份证号码'], body: [{ kind: 'input' }] },
        {
          kind: 'row',
          label: ['管理员', '手机号码'],
          body: [{ kind: 'input', beside: [{ kind: 'button', text: '获取验证码' }] }],
        },
        { kind: 'row', label: '短信验证码', body: [{ kind: 'input', text: '6 位数字' }] },
      ],
    },
    { kind: 'row', label: ['管理员', '身份验证'], body: [{ kind: 'code', size: 150, hit: hits.code }] },
    { kind: 'buttons', items: [next] },
  ]
}

/** 主体类型, 企业类型 and the ways to prove them; the first way is the one to take. `paid` costs a fee of its own. */
export function subjectForm(ways: readonly [string, ...string[]], paid: string, say: string): readonly Element[] {
  const items = ways.map((label, index) => ({ label, ...(index === 0 ? { on: true as const } : {}) }))
  return [
    {
      kind: 'row',
      label: '主体类型',
      body: [
        {
          kind: 'tabs',
          items: [
            { label: '个人' },
            { label: '企业', hit: { no: 1 } },
            { label: '政府' },
            { label: '媒体' },
            { label: '其他组织' },
          ],
        },
      ],
    },
    {
      kind: 'row',
      label: '企业类型',
      hit: { no: 2, say: '执照上写哪个选哪个' },
      body: [{ kind: 'choice', inline: true, items: [{ label: '企业' }, { label: '个体工商户' }] }],
    },
    { kind: 'row', label: '企业名称', body: [{ kind: 'input', text: '与执照一字不差' }] },
    { kind: 'row', label: ['营业执照', '注册号'], body: [{ kind: 'input', text: '15 位或 18 位代码' }] },
    {
      kind: 'row',
      label: '注册方式',
      hit: { no: 3, say },
      body: [{ kind: 'choice', items: [...items, { label: paid, soft: true }] }],
    },
  ]
}

/** What 向腾讯公司小额打款验证 asks for, once it is chosen. */
export function transferForm(id: Picture['id'], page: string): Picture {
  return {
    id,
    page: `${page}，「注册方式」选了小额打款以后`,
    labels: 152,
    body: [
      { kind: 'choice', items: [{ label: '向腾讯公司小额打款验证', on: true }] },
      { kind: 'bones', widths: [92, 70] },
      { kind: 'row', label: ['对公账户', '户名'], hit: { no: 3, say: '和执照名称一样' }, body: [{ kind: 'input' }] },
      { kind: 'row', label: '对公账户', body: [{ kind: 'input' }, { kind: 'input', text: '再输一遍，不能粘贴' }] },
      { kind: 'row', label: '开户银行', body: [{ kind: 'input' }] },
      { kind: 'row', label: '开户地点', body: [{ kind: 'input', select: true, text: '省、市' }] },
    ],
  }
}

/** The pop-up before the subject is fixed for good. */
export function confirmSubject(id: Picture['id'], names: Names, at: number): Picture {
  return {
    id,
    page: '点「继续」以后',
    body: [
      { kind: 'stepper', names, at },
      { kind: 'bones', widths: [96, 72, 84] },
    ],
    dialog: {
      title: '提示',
      body: [
        { kind: 'words', text: '主体信息提交后不可修改', strong: true },
        { kind: 'row', label: '主体名称', body: [{ kind: 'words', text: '和执照逐字对一遍', soft: true }] },
        { kind: 'row', label: '主体类型', body: [{ kind: 'words', text: '企业', soft: true }] },
        { kind: 'bones', widths: [96, 88, 60] },
      ],
      buttons: [
        { label: '确定', hit: { no: 3, say: '对好再点' } },
        { label: '取消', quiet: true },
      ],
    },
  }
}

/** 邮件已发出: go to the mailbox. */
export function mailSent(id: Picture['id'], title: string, above: readonly Element[] = []): Picture {
  return {
    id,
    page: '提交以后，邮件已发出的页面',
    body: [
      ...above,
      { kind: 'art', name: 'mail' },
      { kind: 'heading', text: title, centred: true },
      { kind: 'bones', widths: [86, 60], centred: true },
      { kind: 'buttons', items: [{ label: '登录邮箱', hit: { no: 1 } }] },
      { kind: 'rule' },
      { kind: 'words', text: '没有收到邮件？', soft: true },
      { kind: 'bones', widths: [70, 46] },
    ],
  }
}

/** The mail with the link that activates the account. */
export function activationMail(id: Picture['id']): Picture {
  return {
    id,
    page: '你自己的邮箱，打开的激活邮件',
    address: mailbox,
    body: [
      { kind: 'heading', text: '激活邮件' },
      { kind: 'rule' },
      { kind: 'bones', widths: [90, 66] },
      { kind: 'link', text: 'https://mp.weixin.qq.com/…', hit: { no: 2, say: '在电脑上点' } },
      { kind: 'bones', widths: [82, 58] },
    ],
  }
}
