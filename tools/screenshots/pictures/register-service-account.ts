/** 注册服务号: the public registration pages (facts: older captures, the client's guide 004; the 2026 wording is not confirmed). */
import type { Picture } from '../types'
import { administratorForm, confirmSubject, kindTiles, mailbox, platformHome, subjectForm, transferForm } from './parts'

const names = ['基本信息', '选择类型', '信息登记', '公众号信息']
/** Four names do not fit side by side: only the current one is written. */
const steps = (at: number): readonly (string | null)[] => names.map((name, index) => (index + 1 === at ? name : null))

export const registerServiceAccount: readonly Picture[] = [
  platformHome('register-service-account/open-site', { no: 2 }, { no: 1 }),
  kindTiles('register-service-account/account-kind', '服务号', { no: 1, say: '点这里' }),
  {
    id: 'register-service-account/email-password',
    page: '公众号注册页',
    labels: 152,
    body: [
      { kind: 'stepper', names: steps(1), at: 1 },
      {
        kind: 'row',
        label: '邮箱',
        hit: { no: 1, say: '没注册过的新邮箱' },
        body: [{ kind: 'input', hint: 94, beside: [{ kind: 'button', text: '激活邮箱' }] }],
      },
      { kind: 'row', label: '邮箱验证码', hit: { no: 2, say: '邮件里的 6 位数字' }, body: [{ kind: 'input' }] },
      {
        kind: 'group',
        hit: { no: 3, say: '至少 8 位，自己记好' },
        body: [
          { kind: 'row', label: '密码', body: [{ kind: 'input', dots: true }] },
          { kind: 'row', label: '确认密码', body: [{ kind: 'input', dots: true }] },
          { kind: 'choice', many: true, items: [{ label: '我同意并遵守', on: true, bone: 80 }] },
          { kind: 'buttons', items: [{ label: '注册' }] },
        ],
      },
    ],
  },
  {
    id: 'register-service-account/email-password-2',
    page: '你自己的邮箱，打开的验证邮件',
    address: mailbox,
    body: [
      { kind: 'heading', text: '验证邮件' },
      { kind: 'rule' },
      { kind: 'bones', widths: [90, 66] },
      { kind: 'words', text: '6 位验证码', strong: true, centred: true, hit: { no: 2, say: '抄到注册页' } },
      { kind: 'bones', widths: [82, 58] },
    ],
  },
  {
    id: 'register-service-account/confirm-kind',
    page: '公众号注册页',
    body: [{ kind: 'stepper', names: steps(2), at: 2 }],
    dialog: {
      title: '请选择注册地',
      body: [
        {
          kind: 'group',
          hit: { no: 1 },
          body: [
            { kind: 'row', label: '注册地', body: [{ kind: 'input', select: true, text: '中国大陆' }] },
            { kind: 'buttons', items: [{ label: '确定' }] },
          ],
        },
      ],
    },
  },
  {
    id: 'register-service-account/confirm-kind-2',
    page: '公众号注册页',
    body: [
      { kind: 'stepper', names: steps(2), at: 2 },
      {
        kind: 'tiles',
        columns: 2,
        items: [
          { title: '公众号', not: true, button: { label: '选择并继续', quiet: true } },
          { title: '服务号', button: { label: '选择并继续', hit: { no: 2 } } },
        ],
      },
      { kind: 'bones', widths: [72], centred: true },
    ],
  },
  {
    id: 'register-service-account/confirm-kind-3',
    page: '点「选择并继续」以后',
    body: [{ kind: 'stepper', names: steps(2), at: 2 }],
    dialog: {
      title: '提示',
      body: [
        { kind: 'words', text: '服务号', strong: true, centred: true },
        { kind: 'words', text: '一旦成功建立帐号，类型不可更改', centred: true },
      ],
      buttons: [
        { label: '确定', hit: { no: 3, say: '看清是服务号' } },
        { label: '取消', quiet: true },
      ],
    },
  },
  {
    id: 'register-service-account/subject',
    page: '公众号注册页「用户信息登记」',
    body: [
      { kind: 'stepper', names: steps(3), at: 3 },
      { kind: 'bones', widths: [96, 72] },
      ...subjectForm(['法定代表人验证', '向腾讯公司小额打款验证'], '微信认证（要另交费）', '建议选第一个'),
    ],
  },
  transferForm('register-service-account/subject-2', '公众号注册页'),
  {
    id: 'register-service-account/administrator',
    page: '公众号注册页「管理员信息登记」',
    labels: 152,
    body: [
      { kind: 'heading', text: '管理员信息登记', level: 2 },
      ...administratorForm({ person: { no: 1 }, code: { no: 2, say: '管理员扫' }, button: { no: 3 } }, '继续'),
    ],
  },
  confirmSubject('register-service-account/administrator-2', steps(3), 3),
  {
    id: 'register-service-account/profile',
    page: '公众号注册页',
    body: [
      { kind: 'stepper', names: steps(4), at: 4 },
      { kind: 'row', label: '帐号名称', hit: { no: 1, say: '4–30 个字符' }, body: [{ kind: 'input', hint: 80 }] },
      {
        kind: 'rows',
        hit: { no: 2, say: '4–120 个字符' },
        body: [
          { kind: 'row', label: '功能介绍', body: [{ kind: 'input' }] },
          { kind: 'row', label: '运营地区', body: [{ kind: 'input', select: true, text: '国家、省、市' }] },
        ],
      },
      { kind: 'buttons', items: [{ label: '完成', hit: { no: 3 } }] },
    ],
  },
]
