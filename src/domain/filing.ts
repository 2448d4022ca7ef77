/** What a merchant's province asks of the filing, as the sentences of their checklist. */
import { filingRegions, type FilingRegion, type FilingRules, type Licensed } from './content/filing-regions'
import type { Caution, SubjectId } from './content/types'

const principalCaution = (name: string, rules: FilingRules, subject: Licensed): Caution => {
  const who = subject === 'company' ? '法定代表人' : '经营者'
  switch (rules.principal[subject]) {
    case 'legal-representative':
      return { level: 'caution', title: `主体负责人要是${who}`, text: `${name}不接受授权，填执照上的${who}本人。` }
    case 'letter':
      return {
        level: 'caution',
        title: `主体负责人不是${who}，要交授权书`,
        text: '在备案页下载模板，签名盖章，日期和提交备案同一天，最多早 1 个月。',
      }
    case 'anyone':
      return { level: 'info', title: `主体负责人可以不是${who}`, text: `${name}不用另交授权书。` }
  }
}

/** 小程序负责人 is the account's administrator, often a clerk. */
const managerCaution = (name: string, rules: FilingRules, subject: Licensed): Caution => {
  const who = subject === 'company' ? '法定代表人' : '经营者'
  switch (rules.manager[subject]) {
    case 'legal-representative':
      return {
        level: 'stop',
        title: `管理员要是${who}本人`,
        text: `${name}的个体工商户，小程序负责人不能是别人。他过了退休年龄的（男 60、女 55），反过来必须授权给别人。`,
      }
    case 'letter':
      return {
        level: 'caution',
        title: `管理员不是${who}，要交授权书`,
        text: '在备案页下载模板，签名盖章，日期和提交备案同一天，最多早 1 个月。',
      }
    case 'online-letter':
      return {
        level: 'info',
        title: `管理员不是${who}，网上确认授权`,
        text: '授权书由页面生成，看完确认就行，不用自己下载。',
      }
    case 'anyone':
      return { level: 'info', title: `管理员可以不是${who}`, text: `${name}不用另交授权书。` }
  }
}

const commitmentCaution = (name: string, rules: FilingRules, subject: Licensed): Caution => {
  const { commitment } = rules
  if (commitment === undefined) {
    return { level: 'info', title: '承诺书在网上确认', text: `${name}不用下载承诺书，页面生成，看完确认就行。` }
  }
  const base = `${commitment.when}要下载承诺书，签名盖章，拍照上传。${commitment.signed}`
  const text = subject === 'sole-trader' ? `${base}${commitment.noSeal}` : base
  return { level: 'caution', title: '要自己下载、签承诺书', text }
}

const sealCaution = (name: string, rules: FilingRules): Caution =>
  rules.withoutSeal
    ? {
        level: 'info',
        title: '没有公章的个体工商户',
        text: '要盖章的地方，由主体负责人手写日期、签名、身份证号，再按手印，并在主体备注里写「个体工商户无公章」。',
      }
    : { level: 'stop', title: '没有公章，要先刻一个', text: `${name}不接受按手印，刻好公章再提交备案。` }

const validityCaution = (name: string, rules: FilingRules): readonly Caution[] =>
  rules.validMonths === 3
    ? []
    : [
        {
          level: 'caution',
          title: `证件有效期要有 ${rules.validMonths} 个月以上`,
          text: `${name}比别处严，快到期的先换证。`,
        },
      ]

const outsideCaution = (region: FilingRegion): Caution => ({
  level: 'caution',
  title: `${region.name}的执照，先问服务商`,
  text: '我们整理的是内地营业执照的备案要求，这里的执照怎么备案，以后台提示为准。',
})

const rank: Readonly<Record<Caution['level'], number>> = { stop: 0, caution: 1, info: 2 }

/**
 * The sentences for one province, most serious first. Empty for an unknown region and for a person,
 * who has no licence to file with. Rules: record_material §4–7, record_faq §2.2–3.3.
 */
export const filingAdvice = (regionId: string, subject: SubjectId): readonly Caution[] => {
  const region = filingRegions.find(({ id }) => id === regionId)
  if (region === undefined || subject === 'person') return []
  const { name, rules } = region
  if (rules === null) return [outsideCaution(region)]
  const cautions: readonly Caution[] = [
    principalCaution(name, rules, subject),
    managerCaution(name, rules, subject),
    commitmentCaution(name, rules, subject),
    // Where the 承诺书 is signed on paper, its own sentence says what stands in for the seal.
    ...(subject === 'sole-trader' && rules.commitment === undefined ? [sealCaution(name, rules)] : []),
    ...validityCaution(name, rules),
    ...rules.extras,
  ]
  return [...cautions].sort((a, b) => rank[a.level] - rank[b.level])
}
