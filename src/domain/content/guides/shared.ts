/** What several guides say in the same words. */
import type { Caution, StepField, ValueSource } from '../types'

export const officialSite = { label: '官方网址', url: 'https://mp.weixin.qq.com' } as const
export const fullProcess = {
  label: '小程序申请完整流程（官方）',
  url: 'https://kf.qq.com/faq/170109iQBJ3Q170109JbQfiu.html',
} as const

/** Of the licence: the pages name the same two values differently. */
export const licenceName: ValueSource = { entry: 't.business-licence.name' }
export const licenceCode: ValueSource = { entry: 't.business-licence.code' }

export const passwordFields: readonly StepField[] = [
  {
    label: '密码',
    hint: '字母和数字都要有，至少 8 位，分大小写',
    value: { onPage: '自己定，至少 8 位，字母和数字都要有。写在本子上，我们不问也不存' },
  },
  { label: '确认密码', value: { onPage: '再输一遍，和上面一样' } },
]
export const captchaField: StepField = { label: '验证码', value: { onPage: '照图上的字输，看不清点「换一张」' } }

/** Source guide 000 asks to keep both; guide 004 says which password it is. */
export const keepPassword: Caution = {
  level: 'caution',
  title: '这个密码不是邮箱的密码',
  text: '是另设的登录密码。邮箱和密码写在本子上收好，以后每次登录后台都要用。',
}

/** The administrator's part of every registration form. ID number and phone are typed there only. */
export const administratorFields: readonly StepField[] = [
  {
    label: '管理员身份证姓名',
    hint: '照身份证写，有间隔点的别漏',
    value: { entry: 't.administrator.name' },
  },
  {
    label: '管理员身份证号码',
    hint: '一个身份证号最多办 5 个账号',
    value: { onPage: '到页面上照身份证填，我们不存' },
  },
  {
    label: '管理员手机号码',
    hint: '一个手机号最多办 5 个账号',
    value: { onPage: '到页面上填他自己的手机号，我们不存' },
  },
  { label: '短信验证码', value: { onPage: '管理员手机收到的 6 位数字，现收现填' } },
]
export const administratorErrors: readonly string[] = [
  'id-card-limit',
  'phone-limit',
  'scan-failed',
  'qr-not-shown',
  'id-card-format',
  'name-missing',
  'phone-format',
  'sms-code-format',
  'sms-not-sent',
]
export const subjectFinal: Caution = {
  level: 'stop',
  title: '点了「确定」，主体就不能再改',
  text: '弹窗里的主体名称、主体类型，和执照逐字对一遍。有一个字不对，先点「取消」回去改。',
}

export const passwordErrors: readonly string[] = [
  'password-mix',
  'password-short',
  'password-characters',
  'password-weak',
  'password-differs',
]

/** Where the subject is verified by a payment from its own account: what the form asks. */
export const transferFields: readonly StepField[] = [
  { label: '对公账户户名', hint: '选小额打款才填，和执照名称一字不差', value: licenceName },
  {
    label: '对公账户',
    hint: '选小额打款才填，要输两遍，第二遍不能粘贴',
    value: { entry: 'l.company-bank-account.number' },
  },
  { label: '开户银行', hint: '选小额打款才填', value: { entry: 't.company-bank-account.bank' } },
  { label: '开户地点', hint: '选省和市就行', value: { entry: 't.company-bank-account.branch' } },
]
export const transferErrors: readonly string[] = [
  'holder-mismatch',
  'account-number-differs',
  'bank-missing',
  'transfer-late',
]
export const licenceErrors: readonly string[] = [
  'licence-number-wrong',
  'company-name-characters',
  'company-name-length',
  'kind-missing',
  'subject-limit',
  'subject-forbidden',
]
export const nameErrors: readonly string[] = [
  'name-duplicate',
  'name-other-subject',
  'name-several-same',
  'name-protected',
  'name-length',
  'name-not-allowed',
  'name-same-as-wechat-id',
]
export const photoErrors: readonly string[] = [
  'photo-unclear',
  'photo-cut',
  'photo-copy',
  'photo-screen',
  'file-too-large',
  'file-type',
  'file-unreadable',
  'file-pixels',
  'upload-failed',
]

export const nameCandidates: readonly StepField[] = [
  { label: '备用名称一', hint: '第一个重名就用它', value: { entry: 't.account-names.second' } },
  { label: '备用名称二', value: { entry: 't.account-names.third' } },
]
