/** Guide 004 steps 8–17 and the wait that follows, extended by screens 2B. */
import type { Guide, Step } from '../types'
import { licenceCode, licenceName, nameCandidates, nameErrors, officialSite, photoErrors } from './shared'

const apply: Step = {
  id: 'apply',
  title: '申请微信认证',
  device: 'computer',
  minutes: 5,
  address: officialSite,
  instructions: [
    { text: '登录服务号后台', note: '用注册的邮箱和密码，再请管理员微信扫码。' },
    { text: '打开「微信认证」', note: '在左边「设置与开发」里，老的后台在「设置」里。' },
    { text: '点「开通」或「申请」', note: '要先传营业执照的，把拍好的那张传上去。' },
  ],
  fields: [{ label: '营业执照', value: { photo: 'business-licence' } }],
  cautions: [
    {
      level: 'info',
      title: '页面的先后，可能和这里不同',
      text: '有的先签协议，有的先传执照、验管理员。照页面走，回来勾对应的那一步就行。',
    },
  ],
  errors: ['person-cannot', 'page-expired', ...photoErrors],
  covers: ['004/8'],
  uncertain: '2026 年这个入口的叫法没有核实，找不到就在后台搜「认证」。',
  sources: ['guide-004', 'page-texts'],
}

const administrator: Step = {
  id: 'administrator',
  title: '验证管理员',
  device: 'both',
  minutes: 5,
  instructions: [
    { text: '填管理员的资料', note: '建议和认证联系人是同一个人。有的页面只要扫码，那就不用填。' },
    { text: '管理员本人微信扫二维码', note: '对着电脑屏幕扫，扫完在手机上点同意。' },
    { text: '点「下一步」' },
  ],
  fields: [
    { label: '姓名', value: { entry: 't.administrator.name' } },
    { label: '身份证号', value: { onPage: '到页面上照身份证填，我们不存' } },
    { label: '手机', value: { onPage: '管理员自己的手机号，到页面上填' } },
    { label: '验证码', value: { onPage: '手机短信里的 6 位数字' } },
  ],
  cautions: [
    {
      level: 'info',
      title: '管理员和联系人，最好是同一个人',
      text: '审核公司打电话核实时，两边说的才对得上。',
    },
  ],
  errors: ['scan-failed', 'id-card-format', 'phone-format', 'sms-not-sent', 'operator-id-wrong'],
  covers: ['004/9'],
  sources: ['guide-004', 'page-texts'],
}

const agreement: Step = {
  id: 'agreement',
  title: '签认证协议',
  device: 'computer',
  minutes: 3,
  instructions: [
    { text: '看完协议，勾上同意', note: '是《微信公众平台认证服务协议》，勾「我同意并遵守」那一格。' },
    { text: '点「下一步」' },
  ],
  cautions: [
    {
      level: 'caution',
      title: '认证费是审核的钱',
      text: '审核没通过也不退，所以后面的资料要对好再付。',
    },
  ],
  covers: ['004/10'],
  sources: ['guide-004', 'certification-notes'],
}

const subjectKind: Step = {
  id: 'subject-kind',
  title: '选认证类型，填资料',
  device: 'computer',
  minutes: 5,
  instructions: [
    { text: '认证类型照执照选', note: '执照「类型」栏写着个体工商户，就选「个体工商户」，别选「企业」。' },
    { text: '选机构类型和经营行业', note: '一层一层点，选最接近你生意的。' },
    { text: '核对全称和代码', note: '全称是锁住的，改不了。和执照不一样，先问业务员。' },
  ],
  fields: [
    { label: '企业全称', hint: '页面自己填好了，对一遍就行', value: licenceName },
    { label: '统一社会信用代码', value: licenceCode },
  ],
  cautions: [
    {
      level: 'caution',
      title: '认证类型选错，会被打回',
      text: '和执照对不上要重新交，费用也可能不一样。',
    },
  ],
  errors: ['licence-number-wrong', 'category-mismatch', 'subject-not-legal'],
  covers: ['004/11'],
  sources: ['guide-004', 'certification-form', 'sole-trader-fee', 'page-texts'],
}

const licence: Step = {
  id: 'licence',
  title: '上传营业执照',
  device: 'both',
  minutes: 5,
  instructions: [
    { text: '点「上传文件」', note: '拍的照片、原件的扫描件都行，四角完整、字看得清。' },
    { text: '选营业执照那一张', note: '只传 1 张。照片在手机里的，到「我的」里扫电脑上的码就能取。' },
  ],
  fields: [{ label: '工商营业执照', hint: 'jpg、jpeg、bmp、gif、png 都行', value: { photo: 'business-licence' } }],
  cautions: [
    {
      level: 'caution',
      title: '名称先查好，执照最后传',
      text: '有的页面查完名称会刷新，传好的执照就没了。走之前回来看一眼。',
    },
    {
      level: 'info',
      title: '页面的自动保存，只管当天',
      text: '只存在这台电脑上，过了今天就没了，最好一口气填完。其他证明材料没有就空着，最多 10 张。',
    },
  ],
  errors: [...photoErrors, 'photo-small', 'photo-watermark', 'papers-expired'],
  covers: ['004/12'],
  sources: ['guide-004', 'guide-000', 'certification-form', 'page-texts'],
}

const bankAccount: Step = {
  id: 'bank-account',
  title: '填对公账户，或法人扫脸',
  device: 'both',
  minutes: 8,
  instructions: [
    { text: '选一种验证方式', note: '「对公账户打款」或者「法人扫脸」。没有对公账户的，选扫脸。' },
    { text: '开户名称照执照填', note: '选对公账户的：名称、开户银行、账号都要填。' },
    { text: '扫脸要法定代表人本人', note: '用他自己的微信对着屏幕扫，出现「已验证成功」才算好。' },
  ],
  fields: [
    { label: '开户名称', hint: '和执照名称一字不差', value: licenceName },
    { label: '开户银行', value: { entry: 't.company-bank-account.bank' } },
    { label: '开户网点', hint: '页面问到支行才填', value: { entry: 't.company-bank-account.branch' } },
    { label: '账号', hint: '只在这部手机上', value: { entry: 'l.company-bank-account.number' } },
  ],
  cautions: [
    {
      level: 'stop',
      title: '开户名称要和执照一样',
      text: '差一个字就会被打回，填个人的账户也不行。',
    },
    {
      level: 'caution',
      title: '二维码别转发',
      text: '拍下来、转发给法定代表人扫，都会失败。他来不了，就选对公账户打款。',
    },
  ],
  errors: [
    'bank-name-mismatch',
    'registry-mismatch',
    'scan-forwarded',
    'legal-real-name',
    'legal-timeout',
    'legal-name-mismatch',
    'legal-id-mismatch',
    'registry-not-updated',
    'company-cancelled',
  ],
  covers: ['004/13'],
  uncertain: '有服务商说，个体工商户可以填经营者本人的银行卡，官方页面没看到，以后台提示为准。',
  sources: ['guide-004', 'certification-form', 'legal-person-scan', 'sole-trader-account'],
}

const contact: Step = {
  id: 'contact',
  title: '填认证联系人',
  device: 'both',
  minutes: 4,
  instructions: [
    { text: '填联系人，点「获取验证码」', note: '建议和前面的管理员是同一个人。' },
    { text: '填短信验证码', note: '发到联系人的手机上，请他报给你。' },
    { text: '点「下一步」' },
  ],
  fields: [
    { label: '姓名', value: { entry: 't.contact.name' } },
    { label: '手机', hint: '审核电话打这里', value: { entry: 't.contact.phone' } },
    { label: '验证码', value: { onPage: '联系人手机短信里的 6 位数字' } },
    { label: '邮箱', value: { onPage: '填一个常看的，审核结果也发到这里' } },
    { label: '身份证号', value: { onPage: '联系人的，到页面上填，我们不存' } },
    { label: '座机', value: { onPage: '店里没有就空着' } },
  ],
  cautions: [
    {
      level: 'stop',
      title: '审核电话打这个手机',
      text: '没接到，认证就失败，钱不退。一定填随时能接的号码。',
    },
  ],
  errors: ['phone-format', 'sms-code-format', 'sms-not-sent', 'operator-not-authorised'],
  covers: ['004/14'],
  sources: ['guide-004', 'certification-calls', 'page-texts'],
}

const name: Step = {
  id: 'name',
  title: '确认名称',
  device: 'computer',
  minutes: 4,
  instructions: [
    { text: '选命名方式', note: '两种：「基于自选词汇」自己起名；「基于商标」要传商标注册证。' },
    { text: '填名称，点「检测」', note: '没提示重名再往下走，重名就换备用的。' },
    { text: '点「下一步」' },
  ],
  fields: [{ label: '名称', value: { entry: 't.account-names.first' } }, ...nameCandidates],
  cautions: [
    {
      level: 'caution',
      title: '打回后重交，少一次机会',
      text: '大约只能重填 3 次。先问清审核公司怎么改，再点提交。',
    },
    {
      level: 'info',
      title: '用商标的，先备好证明',
      text: '图片格式 bmp、jpeg、jpg、png、gif，最多 5 个。不是自己的商标，还要授权书。',
    },
  ],
  errors: [...nameErrors, 'name-generic', 'name-commercial', 'name-brand', 'name-violates', 'refill-chance'],
  covers: ['004/15'],
  sources: ['guide-004', 'page-texts', 'certification-form', 'certification-notes'],
}

const invoice: Step = {
  id: 'invoice',
  title: '选发票',
  device: 'computer',
  minutes: 3,
  instructions: [
    { text: '选发票类型', note: '照材料里定好的选：「不开具发票」、电子发票（普通）或「增值税专用发票」。' },
    { text: '税号填统一社会信用代码', note: '要开发票的才填。专用发票还要地址、电话和开户信息。' },
    { text: '点「保存并继续」' },
  ],
  fields: [
    { label: '抬头', value: licenceName },
    { label: '税号', value: licenceCode },
    { label: '邮箱', hint: '收电子发票', value: { entry: 't.invoice.email' } },
  ],
  covers: ['004/16'],
  sources: ['guide-004', 'page-texts'],
}

const pay: Step = {
  id: 'pay',
  title: '支付认证费',
  device: 'both',
  minutes: 3,
  instructions: [
    { text: '核对订单金额', note: '服务号一般是 300 元，以页面显示为准。不对就退回去看认证类型。' },
    { text: '手机微信扫码付款', note: '付的是「审核服务费」。' },
    { text: '关掉来电拦截', note: '付完就可能来电话，手机别静音。' },
  ],
  cautions: [
    {
      level: 'stop',
      title: '付完等电话，没接到钱不退',
      text: '一般 1 个工作日内，审核公司会打给认证联系人核实。没接到，认证失败，费用不退。',
    },
    {
      level: 'caution',
      title: '每年都要交一次',
      text: '认证有效期 365 天，到期前要年审，再交一次。',
    },
  ],
  errors: ['certification-unpaid', 'call-missed'],
  clock: {
    id: 'service-account-audit-call',
    kind: 'wait',
    title: '等审核电话',
    amount: 1,
    unit: 'workday',
    consequence: '没接到，认证失败，钱不退',
    remedy: '点后台的小信封，照通知里的电话打给审核公司。已经失败的，要重新申请、重新付费。',
    until: 'certify-service-account.audit-call',
    passedBy: ['certify-service-account.certified', 'reuse.quick-register'],
    replacedBy: 'certify-service-account.returned',
  },
  covers: ['004/17'],
  sources: ['guide-004', 'certification-notes', 'certification', 'page-texts'],
}

const auditCall: Step = {
  id: 'audit-call',
  title: '接审核电话，等结果',
  device: 'phone',
  minutes: 10,
  waiting: { title: '现在等审核电话', done: '接到电话了' },
  instructions: [
    { text: '陌生电话、外地座机都接', note: '来核实的是第三方审核公司，会问主体名称、谁在管、账号做什么用。' },
    { text: '看后台的小信封', note: '里面写着是哪家审核公司、电话多少，只认这里写的。' },
    { text: '等认证成功的通知', note: '会发站内信和邮件，一般 1–5 个工作日。收到了再去建小程序。' },
  ],
  cautions: [
    {
      level: 'stop',
      title: '漏接就失败，费用不退',
      text: '有未接来电，马上照小信封里的号码打回去。',
    },
    {
      level: 'info',
      title: '电话里要你转账的，别信',
      text: '核实资料不用再付钱，也不用报验证码。拿不准就挂掉，到后台看通知。',
    },
  ],
  errors: [
    'call-missed',
    'certification-returned',
    'certification-in-review',
    'certification-failed',
    'operator-not-authorised',
    'third-refill',
    'resubmit-late',
  ],
  parts: [
    {
      id: 'certified',
      title: '收到认证成功的通知了',
      text: '站内信或邮件里有。勾上，明年到期前会提醒你年审。',
      optional: true,
      clock: {
        id: 'service-account-renewal',
        kind: 'deadline',
        title: '给服务号做年审，再交一次费',
        amount: 365,
        unit: 'day',
        consequence: '过期了，服务号的认证就失效',
        remedy: '登录服务号后台，在「微信认证」里重新认证，要再交一次费。',
        remindDays: [90, 60, 30, 7],
      },
    },
    {
      id: 'returned',
      title: '被打回了，要改',
      text: '没有打回的，不用勾。从收到通知那天算，30 天内（自然日）改好再交。',
      optional: true,
      clock: {
        id: 'service-account-resubmit',
        kind: 'deadline',
        title: '改好认证资料，再提交',
        amount: 30,
        unit: 'day',
        consequence: '过了 30 天没交，这次认证算失败，钱不退',
        remedy: '重新申请认证，要重新付费。',
        until: 'certify-service-account.resubmitted',
        passedBy: ['certify-service-account.certified', 'reuse.quick-register'],
        remindDays: [7, 3, 1],
      },
    },
    {
      id: 'resubmitted',
      title: '改好，重新提交了',
      text: '提交以后，电话还可能再来，照样要接。',
      optional: true,
    },
  ],
  uncertain: '审核要多久，各处说法不同，从几小时到 15 个工作日都有。',
  sources: ['guide-004', 'certification-calls', 'certification-notes', 'certification', 'screens-2026', 'own-advice'],
}

export const certifyServiceAccount: Guide = {
  id: 'certify-service-account',
  title: '服务号认证',
  goal: '让服务号变成「已认证」，才能拿它来建小程序。',
  before: [
    '营业执照的照片',
    '对公账户的资料，或者法定代表人本人',
    '认证联系人，接下来两天能接电话',
    '微信里能付认证费',
  ],
  steps: [apply, administrator, agreement, subjectKind, licence, bankAccount, contact, name, invoice, pay, auditCall],
  uncertain: '每一页的先后，后台可能调整过，照页面走就行。',
  sources: ['guide-004', 'certification-form', 'page-texts'],
}
