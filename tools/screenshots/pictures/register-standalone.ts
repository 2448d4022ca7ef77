/** 注册小程序: the public registration pages (captures of 2026-06). */
import type { Element, Picture } from '../types'
import { activationMail, kindTiles, mailSent, platformHome, stepper } from './parts'
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

const steps = (at: number): Element => stepper(['账号信息', '邮箱激活', '信息登记'], at)
const bar = { title: '小程序', items: [] } as const

export const registerStandalone: readonly Picture[] = [
  platformHome('register-standalone/landing', { no: 1 }),
  kindTiles('register-standalone/landing-2', '小程序', { no: 2, say: '点这里' }),
  {
    id: 'register-standalone/landing-3',
    page: '小程序介绍页',
    bar,
    body: [
      { kind: 'heading', text: '微信小程序' },
      { kind: 'bones', widths: [92, 84, 46] },
      {
        kind: 'buttons',
        align: 'left',
        items: [
          { label: '前往注册', hit: { no: 3 } },
          { label: '找服务商帮我做', quiet: true, not: true },
        ],
      },
      { kind: 'rule' },
      { kind: 'heading', text: '开放注册范围', level: 2, centred: true },
      { kind: 'circles', labels: ['个人', '企业', '政府', '媒体', '其他组织'] },
    ],
  },
  {
    id: 'register-standalone/account',
    page: '小程序注册页',
    body: [
      steps(1),
      { kind: 'row', label: '邮箱', hit: { no: 1, say: '没注册过的新邮箱' }, body: [{ kind: 'input', hint: 94 }] },
      {
        kind: 'rows',
        hit: { no: 2, say: '至少 8 位，自己记好' },
        body: [
          { kind: 'row', label: '密码', body: [{ kind: 'input', dots: true }] },
          { kind: 'row', label: '确认密码', body: [{ kind: 'input', dots: true }] },
        ],
      },
      {
        kind: 'group',
        hit: { no: 3 },
        body: [
          {
            kind: 'row',
            label: '验证码',
            body: [{ kind: 'input', beside: [{ kind: 'captcha' }, { kind: 'link', text: '换一张' }] }],
          },
          { kind: 'choice', many: true, items: [{ label: '你已阅读并同意', on: true, bone: 88 }] },
          { kind: 'buttons', items: [{ label: '注册' }] },
        ],
      },
    ],
    whole: { bar, above: [{ kind: 'words', text: '每个邮箱仅能申请一个小程序', soft: true }] },
  },
  mailSent('register-standalone/activate', '激活小程序账号', [steps(2)]),
  activationMail('register-standalone/activate-2'),
  {
    id: 'register-standalone/subject',
    page: '小程序注册页「用户信息登记」',
    body: [steps(3), ...subjectForm(['向腾讯公司小额打款验证'], '微信认证（要先付费）', '选小额打款')],
    whole: { bar, ...subjectWhole },
  },
  {
    id: 'register-standalone/subject-2',
    page: '小程序注册页，还没填企业名称的时候',
    labels: 152,
    body: [
      { kind: 'row', label: '企业名称', body: [{ kind: 'input' }] },
      {
        kind: 'row',
        label: '注册方式',
        hit: { no: 3, say: '填了名称才能选' },
        body: [{ kind: 'words', text: '请先填写名称', soft: true }],
      },
    ],
  },
  transferForm('register-standalone/subject-3', '小程序注册页'),
  paidWay('register-standalone/subject-4', '小程序注册页'),
  {
    id: 'register-standalone/administrator',
    page: '小程序注册页「管理员信息登记」',
    labels: 152,
    body: administratorForm({ person: { no: 1 }, code: { no: 2, say: '管理员扫' }, button: { no: 3 } }, '继续'),
    whole: administratorWhole(steps(3)),
  },
  codeNotYet('register-standalone/administrator-2', '小程序注册页「管理员信息登记」'),
  confirmSubject('register-standalone/administrator-3', steps(3)),
]
