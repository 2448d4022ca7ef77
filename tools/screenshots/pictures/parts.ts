/** Pieces that several official pages have in common. */
import type { Button, Element, Hit, Picture, SideItem } from '../types'

/** A page's stepper: all names on the whole page, in the crop only the current one when it is `brief`. */
export const stepper = (names: readonly string[], at: number, brief?: true): Element => ({
  kind: 'stepper',
  names,
  at,
  ...(brief ? { brief } : {}),
})

/** The mailbox in the browser: whose it is, is the merchant's affair. */
export const mailbox = '你的邮箱网页'

/** The white bar of the public pages. */
export const publicBar = {
  title: '微信公众平台',
  items: [{ label: '立即注册' }, { label: '简体中文' }],
} as const satisfies NonNullable<Picture['bar']>

/** The platform's home page, with the way to register at the top right. */
export function platformHome(id: Picture['id'], register: Hit, address?: Hit): Picture {
  const bar = {
    title: '微信公众平台',
    items: [{ label: '立即注册', hit: { ...register, where: '右上角的' } }, { label: '简体中文' }],
  }
  return {
    id,
    page: '微信公众平台首页',
    ...(address ? { addressHit: address } : {}),
    bar,
    body: [
      { kind: 'heading', text: '登录', level: 2 },
      { kind: 'input', text: '邮箱/微信号/QQ号' },
      { kind: 'input', text: '密码' },
      { kind: 'rule' },
      { kind: 'heading', text: '帐号分类', level: 2 },
      { kind: 'circles', labels: ['服务号', '公众号', '小程序', '企业微信'] },
    ],
    ...(address
      ? {
          whole: {
            below: [{ kind: 'bones', widths: [22, 18, 20] }],
            beside: [
              { kind: 'heading', text: '系统公告', level: 2 },
              { kind: 'bones', widths: [96, 84, 90, 72, 88] },
            ],
          },
        }
      : {}),
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
    ...(meant === '服务号' ? { whole: { bar: publicBar } } : {}),
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
      { kind: 'words', text: '检查邮件垃圾箱，再尝试重新发送', soft: true },
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

/** A pop-up that bars the way: what it says and how on. No number, for no instruction leads there. */
export function barrier(
  id: Picture['id'],
  page: string,
  behind: string,
  lines: string,
  buttons: readonly Button[],
): Picture {
  return {
    id,
    page,
    body: [{ kind: 'heading', text: behind }],
    dialog: {
      title: '提示',
      body: [
        { kind: 'art', name: 'caution' },
        { kind: 'words', text: lines, centred: true },
      ],
      buttons,
    },
  }
}

/** The menu of a mini-program's back end; one entry may be pointed at. */
export function programSide(here: string, hit?: Hit): readonly SideItem[] {
  const entry = (label: string, inner?: true): SideItem => ({
    label,
    ...(inner ? { inner } : {}),
    ...(label === here ? (hit ? { hit } : { on: true as const }) : {}),
  })
  const inner = ['版本管理', '成员管理', '开发管理', '用户反馈', '付费管理', '微信认证']
  return [
    entry('首页'),
    entry('管理'),
    ...inner.map((label) => entry(label, true)),
    entry('数据'),
    entry('基础功能'),
    entry('小程序码'),
    entry('通知中心'),
  ]
}
