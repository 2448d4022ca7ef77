/** 小程序备案: its pages, the text message and the ministry's page (official texts; the layout is not confirmed). */
import type { Picture } from '../types'
import { programSide } from './parts'

export const filingPages: readonly Picture[] = [
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
          { kind: 'row', label: '选择地区', free: true, body: [{ kind: 'input', select: true, text: '省、市、区' }] },
          { kind: 'row', label: '主体类型', free: true, body: [{ kind: 'input', select: true, text: '照执照选' }] },
          { kind: 'row', label: '营业执照', body: [{ kind: 'upload', label: '上传' }] },
          { kind: 'row', label: '企业名称', body: [{ kind: 'input', text: '自动认出来的' }] },
          { kind: 'row', label: ['统一社会', '信用代码'], body: [{ kind: 'input', text: '自动认出来的' }] },
          { kind: 'buttons', items: [{ label: '验证' }] },
        ],
      },
    ],
    whole: { side: programSide('首页'), above: [{ kind: 'heading', text: '小程序备案' }] },
  },
  {
    id: 'finish-setup/filing-3',
    page: '小程序备案「填写主体信息」',
    labels: 152,
    body: [
      { kind: 'heading', text: '填写主体信息', level: 2 },
      {
        kind: 'rows',
        hit: { no: 2, say: '应急联系人换个人' },
        body: [
          { kind: 'row', label: '通讯地址', free: true, body: [{ kind: 'input', text: '写到门牌号' }] },
          { kind: 'row', label: '备注', free: true, body: [{ kind: 'input' }] },
          {
            kind: 'row',
            label: '主体负责人',
            body: [
              { kind: 'input', text: '姓名、证件、有效期' },
              { kind: 'input', text: '手机、验证码、邮箱' },
            ],
          },
          { kind: 'row', label: '应急联系人', free: true, body: [{ kind: 'input', text: '另一个人，另一个号' }] },
        ],
      },
      { kind: 'buttons', items: [{ label: '下一步' }] },
    ],
  },
  {
    id: 'finish-setup/filing-4',
    page: '小程序备案，填小程序信息的地方',
    labels: 172,
    body: [
      { kind: 'heading', text: '小程序信息', level: 2 },
      { kind: 'row', label: '小程序名称', free: true, body: [{ kind: 'input', text: '锁住的，改不了' }] },
      {
        kind: 'rows',
        hit: { no: 2, say: '不沾边的这样选' },
        body: [
          {
            kind: 'row',
            label: ['服务内容', '标识'],
            free: true,
            body: [{ kind: 'input', select: true, text: '选最接近的' }],
          },
          {
            kind: 'row',
            label: '前置审批',
            body: [{ kind: 'choice', items: [{ label: '以上都不涉及', on: true }] }],
          },
        ],
      },
      { kind: 'row', label: '备注', free: true, body: [{ kind: 'input' }] },
      { kind: 'buttons', items: [{ label: '下一步' }] },
    ],
  },
  {
    id: 'finish-setup/filing-5',
    page: '小程序备案，小程序负责人刷脸的地方',
    labels: 184,
    body: [
      {
        kind: 'group',
        hit: { no: 2, say: '本人扫，找面白墙' },
        body: [
          { kind: 'row', label: '小程序负责人', body: [{ kind: 'input', text: '就是管理员' }] },
          { kind: 'row', label: '手机、邮箱', free: true, body: [{ kind: 'input' }] },
          { kind: 'row', label: '人脸核身', body: [{ kind: 'code', size: 170 }] },
          { kind: 'buttons', items: [{ label: '下一步' }] },
        ],
      },
    ],
  },
  {
    id: 'finish-setup/filing-6',
    page: '小程序备案，最后看一遍再提交',
    labels: 172,
    body: [
      { kind: 'heading', text: '素材预览', level: 2 },
      { kind: 'bones', widths: [88, 74, 80] },
      {
        kind: 'group',
        hit: { no: 2, say: '勾上再提交' },
        body: [
          { kind: 'row', label: ['授权书、', '承诺书'], body: [{ kind: 'upload', label: '要的省才传' }] },
          { kind: 'choice', many: true, items: [{ label: '互联网信息服务承诺书', on: true }] },
          { kind: 'buttons', items: [{ label: '提交' }] },
        ],
      },
    ],
  },
  {
    id: 'finish-setup/filing-7',
    page: '主体负责人的手机，12381 发来的短信',
    address: null,
    body: [
      {
        kind: 'phone',
        title: '12381',
        message: { lines: ['短信核验的验证码，6 位', '24 小时内填'], hit: { no: 3, say: '当天就做' } },
      },
    ],
  },
  {
    id: 'finish-setup/filing-8',
    page: '工信部备案网站「短信核验」',
    address: 'beian.miit.gov.cn',
    labels: 172,
    body: [
      { kind: 'heading', text: '短信核验', level: 2 },
      {
        kind: 'group',
        hit: { no: 3, say: '24 小时内填' },
        body: [
          { kind: 'row', label: '验证码', free: true, body: [{ kind: 'input', text: '短信里的 6 位' }] },
          { kind: 'row', label: '手机号码', free: true, body: [{ kind: 'input' }] },
          { kind: 'row', label: ['证件号码', '后6位'], free: true, body: [{ kind: 'input' }] },
          { kind: 'buttons', items: [{ label: '提交' }] },
        ],
      },
    ],
  },
  {
    id: 'finish-setup/filing-9',
    page: '小程序后台首页，提交备案以后',
    body: [
      { kind: 'heading', text: '小程序发布流程' },
      {
        kind: 'list',
        items: [
          { title: '小程序信息', tag: '已完成' },
          { title: '小程序类目', tag: '已完成' },
          { title: '小程序备案', note: '走到哪儿了', hit: { no: 3, say: '驳回原因也在这里' } },
        ],
      },
    ],
  },
]
