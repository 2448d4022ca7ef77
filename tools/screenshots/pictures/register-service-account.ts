/** 注册服务号: the public registration pages (facts: older captures, the client's guide 004; the 2026 wording is not confirmed). */
import type { Element, Picture } from '../types'
import { kindTiles, mailbox, platformHome, publicBar, stepper } from './parts'
import {
  administratorForm,
  administratorWhole,
  codeNotYet,
  confirmSubject,
  paidWay,
  subjectForm,
  subjectWhole,
  transferForm,
} from './parts-forms'

const names = ['基本信息', '选择类型', '信息登记', '公众号信息']
const steps = (at: number): Element => stepper(names, at, true)

export const registerServiceAccount: readonly Picture[] = [
  platformHome('register-service-account/open-site', { no: 2 }, { no: 1 }),
  kindTiles('register-service-account/account-kind', '服务号', { no: 1, say: '点这里' }),
  {
    id: 'register-service-account/email-password',
    page: '公众号注册页',
    labels: 152,
    body: [
      steps(1),
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
    whole: { bar: publicBar },
  },
  {
    id: 'register-service-account/email-password-2',
    page: '点「激活邮箱」以后',
    body: [steps(1)],
    dialog: {
      title: '输入图片里的字',
      body: [
        {
          kind: 'group',
          hit: { no: 1, say: '照图片输' },
          body: [
            { kind: 'input', beside: [{ kind: 'captcha' }, { kind: 'link', text: '换一张' }] },
            { kind: 'buttons', items: [{ label: '发送邮件' }] },
          ],
        },
      ],
    },
  },
  {
    id: 'register-service-account/email-password-3',
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
    body: [steps(2)],
    dialog: {
      title: '请选择注册地',
      body: [
        {
          kind: 'group',
          hit: { no: 1 },
          body: [
            { kind: 'row', label: '注册地', free: true, body: [{ kind: 'input', select: true, text: '中国大陆' }] },
            { kind: 'buttons', items: [{ label: '确定' }] },
          ],
        },
      ],
    },
  },
  {
    id: 'register-service-account/confirm-kind-2',
    page: '公众号注册页，选类型的地方',
    body: [
      steps(2),
      {
        kind: 'tiles',
        columns: 2,
        items: [
          { title: '公众号', not: true, button: { label: '选择并继续', quiet: true } },
          { title: '服务号', button: { label: '选择并继续', hit: { no: 2 } } },
        ],
      },
      { kind: 'words', text: '一旦成功建立帐号，类型不可更改', centred: true, soft: true },
    ],
  },
  {
    id: 'register-service-account/confirm-kind-3',
    page: '点「选择并继续」以后',
    body: [steps(2)],
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
      steps(3),
      ...subjectForm(['法定代表人验证', '向腾讯公司小额打款验证'], '微信认证（要另交费）', '建议选第一个'),
    ],
    whole: subjectWhole,
  },
  {
    id: 'register-service-account/subject-2',
    page: '公众号注册页，「注册方式」选了法定代表人验证以后',
    labels: 152,
    body: [
      { kind: 'choice', items: [{ label: '法定代表人验证', on: true }] },
      {
        kind: 'group',
        hit: { no: 3, say: '法定代表人本人扫' },
        body: [
          { kind: 'row', label: ['法定代表', '人姓名'], body: [{ kind: 'input' }] },
          { kind: 'row', label: '身份证号', body: [{ kind: 'input' }] },
          { kind: 'code', size: 170 },
        ],
      },
    ],
  },
  transferForm('register-service-account/subject-3', '公众号注册页'),
  paidWay('register-service-account/subject-4', '公众号注册页'),
  {
    id: 'register-service-account/administrator',
    page: '公众号注册页「管理员信息登记」',
    labels: 152,
    body: administratorForm({ person: { no: 1 }, code: { no: 2, say: '管理员扫' }, button: { no: 3 } }, '继续'),
    whole: administratorWhole(steps(3)),
  },
  codeNotYet('register-service-account/administrator-2', '公众号注册页「管理员信息登记」'),
  confirmSubject('register-service-account/administrator-3', steps(3)),
  {
    id: 'register-service-account/profile',
    page: '公众号注册页，填公众号信息的地方',
    body: [
      steps(4),
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
    whole: {
      beside: [
        { kind: 'heading', text: '预览', level: 2 },
        { kind: 'tiles', columns: 1, items: [{ title: '帐号名称' }] },
      ],
    },
  },
  {
    id: 'register-service-account/profile-2',
    page: '点「完成」以后',
    body: [steps(4)],
    dialog: {
      title: '提示',
      body: [
        { kind: 'art', name: 'done' },
        { kind: 'words', text: '已提交', strong: true, centred: true },
        { kind: 'bones', widths: [80, 56], centred: true },
        { kind: 'buttons', items: [{ label: '微信认证', hit: { no: 3, say: '接着做认证' } }] },
        { kind: 'buttons', items: [{ label: '前往获取打款信息', quiet: true }] },
        { kind: 'buttons', items: [{ label: '前往微信公众平台', quiet: true }] },
      ],
    },
  },
]
