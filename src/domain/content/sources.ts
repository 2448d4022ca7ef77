/**
 * Where each sentence comes from, and when it was last checked. `kind` says how far to trust it:
 * `official` WeChat or government text, `capture` a screen seen in 2026, `guide` the client's own
 * guides, `secondary` service providers and forums.
 */
import { asOf } from './as-of'

export interface Source {
  readonly title: string
  readonly kind: 'official' | 'capture' | 'guide' | 'standard' | 'secondary'
  readonly url?: string
  /** The day on which the source was last read, ISO date. */
  readonly checked: string
}

export { asOf }

export const sources = {
  'guide-000': { title: '小程序账号申请流程（客户指南 000）', kind: 'guide', checked: asOf },
  'guide-004': { title: '准备工作（客户指南 004）', kind: 'guide', checked: asOf },
  'guide-004-2023': { title: '准备工作（指南 004 的 2023 年 6 月公开版）', kind: 'secondary', checked: asOf },
  'full-process': {
    title: '小程序申请完整流程',
    kind: 'official',
    url: 'https://kf.qq.com/faq/170109iQBJ3Q170109JbQfiu.html',
    checked: asOf,
  },
  introduction: {
    title: '小程序注册与发布介绍',
    kind: 'official',
    url: 'https://developers.weixin.qq.com/miniprogram/introduction/',
    checked: asOf,
  },
  'screens-2026': { title: '2026 年 6 月的后台截图', kind: 'capture', checked: asOf },
  'screens-2018': { title: '2018 年前后的后台截图', kind: 'secondary', checked: asOf },
  'page-texts': { title: '公众平台页面文字（较旧的存档）', kind: 'secondary', checked: asOf },
  'reuse-interface': {
    title: '复用公众号资质注册小程序接口',
    kind: 'official',
    url: 'https://developers.weixin.qq.com/doc/oplatform/openApi/register-management/fast-registration-officalaccount/api_registerminiprogrambyoffiaccount.html',
    checked: asOf,
  },
  'enterprise-interface': {
    title: '快速注册企业小程序接口',
    kind: 'official',
    url: 'https://developers.weixin.qq.com/doc/oplatform/Third-party_Platforms/2.0/api/Register_Mini_Programs/Fast_Registration_Interface_document.html',
    checked: asOf,
  },
  'reuse-2023': {
    title: '小程序不再复用公众号认证的说明（2023 年 9 月）',
    kind: 'secondary',
    url: 'http://www.whweb.net/news1098.html',
    checked: asOf,
  },
  'reuse-thread': {
    title: '社区：小程序现在需要单独认证了',
    kind: 'secondary',
    url: 'https://developers.weixin.qq.com/community/personal/oCJUsw0ZOkjD8CrAHOLXTFl3g8NE/answer',
    checked: asOf,
  },
  'reuse-2022': {
    title: '复用资质的旧说明（2023 年以前）',
    kind: 'official',
    url: 'https://developers.weixin.qq.com/community/develop/doc/0008065a6c42e8102ba912eeb50809',
    checked: asOf,
  },
  certification: {
    title: '小程序认证说明',
    kind: 'official',
    url: 'https://developers.weixin.qq.com/doc/oplatform/Third-party_Platforms/2.0/product/weapp_wxverify.html',
    checked: asOf,
  },
  'certification-form': {
    title: '小程序认证接口',
    kind: 'official',
    url: 'https://developers.weixin.qq.com/doc/oplatform/openApi/miniprogram-management/weapp-wxverify/api_secwxaapi_wxaauth',
    checked: asOf,
  },
  'certification-person': {
    title: '个人不能认证',
    kind: 'official',
    url: 'https://kf.qq.com/faq/161220eya2Ev161220B32E7r.html',
    checked: asOf,
  },
  'certification-notes': {
    title: '认证的费用、退回与电话核实（服务商说明）',
    kind: 'secondary',
    url: 'https://bbs.youzan.com/thread-670392-1-1.html',
    checked: asOf,
  },
  'certification-calls': {
    title: '认证审核电话（服务商说明）',
    kind: 'secondary',
    url: 'http://www.jmofootball.com/news_797.html',
    checked: asOf,
  },
  'sole-trader-fee': {
    title: '个体工商户认证费 30 元的说法',
    kind: 'secondary',
    url: 'https://developers.weixin.qq.com/community/develop/doc/0004a0f4148c18146ad0f67fe66800',
    checked: asOf,
  },
  'legal-person-scan': {
    title: '法定代表人扫脸要本人扫码',
    kind: 'secondary',
    url: 'https://developers.weixin.qq.com/community/personal/oCJUsw0i93RjstGvBsDuZe6fjBeA/answer?page=5822',
    checked: asOf,
  },
  'registry-delay': {
    title: '社区：工商数据不一致',
    kind: 'secondary',
    url: 'https://developers.weixin.qq.com/community/develop/doc/000c88c4fd4228be88194911d51409',
    checked: asOf,
  },
  'operation-rules': {
    title: '微信小程序平台运营规范',
    kind: 'official',
    url: 'https://developers.weixin.qq.com/miniprogram/product/',
    checked: asOf,
  },
  'category-table': {
    title: '小程序开放的服务类目（非个人主体）',
    kind: 'official',
    url: 'https://developers.weixin.qq.com/miniprogram/product/material/',
    checked: asOf,
  },
  'food-permit-rules': {
    title: '食品经营许可和备案管理办法（总局令第 78 号）',
    kind: 'official',
    url: 'https://www.gov.cn/gongbao/2023/issue_10606/202307/content_6894763.html',
    checked: asOf,
  },
  'small-trader-papers': {
    title: '各地小餐饮、小食杂店登记证',
    kind: 'secondary',
    url: 'http://www.cdxiaocheng.com/news/458.html',
    checked: asOf,
  },
  'filing-guide': {
    title: '小程序备案指引',
    kind: 'official',
    url: 'https://developers.weixin.qq.com/miniprogram/product/record/record_guidelines.html',
    checked: asOf,
  },
  'filing-faq': {
    title: '小程序备案常见问题',
    kind: 'official',
    url: 'https://developers.weixin.qq.com/miniprogram/product/record/record_faq.html',
    checked: asOf,
  },
  'filing-material': {
    title: '小程序备案材料要求',
    kind: 'official',
    url: 'https://developers.weixin.qq.com/miniprogram/product/record/record_material.html',
    checked: asOf,
  },
  'filing-sms': {
    title: '工信部短信核验',
    kind: 'official',
    url: 'https://developers.weixin.qq.com/miniprogram/product/record/sms_verification.html',
    checked: asOf,
  },
  'filing-fields': {
    title: '备案表单的字段（服务商说明）',
    kind: 'secondary',
    url: 'https://m.bjhwtx.com/h-nd-165782.html',
    checked: asOf,
  },
  privacy: {
    title: '用户隐私保护指引填写说明',
    kind: 'official',
    url: 'https://developers.weixin.qq.com/miniprogram/dev/framework/user-privacy/miniprogram-intro.html',
    checked: asOf,
  },
  'gb-32100': { title: 'GB 32100-2015 法人和其他组织统一社会信用代码编码规则', kind: 'standard', checked: asOf },
  'gs-15': { title: 'GS 15-2006 工商行政管理注册号编制规则', kind: 'standard', checked: asOf },
  'jy-number': {
    title: '食品经营许可证编号规则',
    kind: 'standard',
    url: 'https://yundianhui.com/zzxk/1266060.html',
    checked: asOf,
  },
  'sc-number': {
    title: '食品生产许可证编号规则',
    kind: 'standard',
    url: 'http://opentagclosetag.com/zzxk/1110038.html',
    checked: asOf,
  },
  'sole-trader-account': {
    title: '个体工商户可用法定代表人账户的说法（服务商说明）',
    kind: 'secondary',
    url: 'https://chanjetvip.com/doc/cate-24/doc-37507.html',
    checked: asOf,
  },
  'holidays-2025': {
    title: '国务院办公厅关于 2025 年部分节假日安排的通知（新华社全文）',
    kind: 'official',
    url: 'https://m.gmw.cn/2024-11/12/content_1303894933.htm',
    checked: asOf,
  },
  'holidays-2026': {
    title: '国务院办公厅关于 2026 年部分节假日安排的通知（新华社全文）',
    kind: 'official',
    url: 'https://politics.gmw.cn/2025-11/04/content_38391083.htm',
    checked: asOf,
  },
  'own-advice': { title: '我们的建议', kind: 'secondary', checked: asOf },
} as const satisfies Record<string, Source>

export type SourceId = keyof typeof sources
/** Ours, or one of the operator's own (operator.ts). */
export type AnySourceId = SourceId | `op-${string}`
