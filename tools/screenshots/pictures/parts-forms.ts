/** The forms of the registration pages: the subject, how it is proved, the administrator. */
import type { Button, Element, Hit, Picture } from '../types'

interface AdministratorHits {
  readonly person?: Hit
  readonly code?: Hit
  readonly button?: Hit
}

const marked = (hit: Hit | undefined) => (hit ? { hit } : {})

/** 管理员信息登记: who it is. */
export function administratorRows(hit?: Hit): Element {
  return {
    kind: 'rows',
    ...marked(hit),
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
  }
}

/** 管理员信息登记, with the code that the administrator scans. */
export function administratorForm(hits: AdministratorHits, label: string): readonly Element[] {
  const next: Button = { label, ...marked(hits.button) }
  return [
    { kind: 'heading', text: '管理员信息登记', level: 2 },
    administratorRows(hits.person),
    { kind: 'row', label: ['管理员', '身份验证'], body: [{ kind: 'code', size: 150, ...marked(hits.code) }] },
    { kind: 'buttons', items: [next] },
  ]
}

/** What stands above 管理员信息登记 on the whole page. */
export const administratorWhole = (steps: Element): NonNullable<Picture['whole']> => ({
  above: [
    steps,
    { kind: 'heading', text: '主体信息登记', level: 2 },
    { kind: 'row', label: '企业名称', body: [{ kind: 'input' }] },
    { kind: 'row', label: '营业执照注册号', body: [{ kind: 'input' }] },
    { kind: 'rule' },
  ],
})

/** Before everything above is filled in, a sentence stands where the code will be. */
export function codeNotYet(id: Picture['id'], page: string): Picture {
  return {
    id,
    page: `${page}，二维码还没出来的时候`,
    labels: 152,
    body: [
      { kind: 'row', label: '短信验证码', body: [{ kind: 'input', text: '6 位数字' }] },
      {
        kind: 'row',
        label: ['管理员', '身份验证'],
        hit: { no: 2, say: '填齐才有二维码' },
        body: [{ kind: 'words', text: '请先填写企业名称\n与管理员身份信息', soft: true }],
      },
      { kind: 'buttons', items: [{ label: '继续', quiet: true }] },
    ],
  }
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
      kind: 'rows',
      hit: { no: 2, say: '都照执照填' },
      body: [
        {
          kind: 'row',
          label: '企业类型',
          body: [{ kind: 'choice', inline: true, items: [{ label: '企业' }, { label: '个体工商户' }] }],
        },
        { kind: 'row', label: '企业名称', body: [{ kind: 'input', text: '与执照一字不差' }] },
        { kind: 'row', label: ['营业执照', '注册号'], body: [{ kind: 'input', text: '15 位或 18 位代码' }] },
      ],
    },
    {
      kind: 'row',
      label: '注册方式',
      hit: { no: 3, say },
      body: [{ kind: 'choice', items: [...items, { label: paid, soft: true }] }],
    },
  ]
}

/** Above and below the form on the whole page of 用户信息登记. */
export const subjectWhole: NonNullable<Picture['whole']> = {
  above: [
    { kind: 'heading', text: '用户信息登记' },
    { kind: 'bones', widths: [92, 38] },
    { kind: 'bones', widths: [40, 48, 56, 62] },
    { kind: 'row', label: '注册国家/地区', free: true, body: [{ kind: 'input', select: true, text: '中国大陆' }] },
  ],
  below: [
    { kind: 'rule' },
    { kind: 'heading', text: '管理员信息登记', level: 2 },
    { kind: 'row', label: ['管理员', '身份证姓名'], body: [{ kind: 'input' }] },
  ],
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
      {
        kind: 'rows',
        hit: { no: 3, say: '户名和执照名称一样' },
        body: [
          { kind: 'row', label: ['对公账户', '户名'], body: [{ kind: 'input' }] },
          { kind: 'row', label: '对公账户', body: [{ kind: 'input' }, { kind: 'input', text: '再输一遍，不能粘贴' }] },
          { kind: 'row', label: '开户银行', body: [{ kind: 'input' }] },
          { kind: 'row', label: '开户地点', body: [{ kind: 'input', select: true, text: '省、市' }] },
        ],
      },
    ],
  }
}

/** What 微信认证 says, once it is chosen: not the way to take. */
export function paidWay(id: Picture['id'], page: string): Picture {
  return {
    id,
    page: `${page}，「注册方式」里的微信认证`,
    body: [
      {
        kind: 'choice',
        items: [
          { label: '向腾讯公司小额打款验证', bone: 60, on: true },
          { label: '微信认证', bone: 88, not: true },
        ],
      },
      { kind: 'rule' },
      {
        kind: 'words',
        text: '选「微信认证」，要先付 300 元审核费，\n以页面显示为准。没认证完，有的功能用不了。',
        soft: true,
      },
    ],
  }
}

/** The pop-up before the subject is fixed for good. */
export function confirmSubject(id: Picture['id'], steps: Element): Picture {
  return {
    id,
    page: '点「继续」以后',
    body: [steps, { kind: 'bones', widths: [96, 72, 84] }],
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
