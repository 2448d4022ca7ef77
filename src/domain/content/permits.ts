/**
 * Every paper that an industry rule names, once. A permit's id is also the id of the slot its photos
 * lie in. `business-licence` is the slot of the licence itself: a rule that asks for it (because of
 * what the licence's 经营范围 says) is met by the photo already taken and asks for no second one.
 *
 * Titles are the papers' official names, without 《》.
 */
import type { Permit } from './types'

type More = Partial<Omit<Permit, 'id' | 'title' | 'shape'>>
/** A certificate that hangs on the wall. */
const sheet = (id: string, title: string, more: More = {}): Permit => ({
  id,
  title,
  shape: 'landscape',
  sources: ['category-table'],
  ...more,
})
/** A document of pages, or a letter. */
const paper = (id: string, title: string, more: More = {}): Permit => ({ ...sheet(id, title, more), shape: 'portrait' })

const template = '在后台申请类目的页面下载模板，填好盖章'
const smallTraders =
  '只有小餐饮登记证、小经营店登记证、小食杂店备案卡这类地方证件的，也拍在这一格。平台的类目表没写这些证，是否被认可以审核为准。'

const food: readonly Permit[] = [
  sheet('food-operation', '食品经营许可证', {
    note: '市场监管局发的，编号 JY 开头',
    check: 'food-operation-permit',
    uncertain: smallTraders,
    sources: ['category-table', 'guide-000', 'guide-004', 'jy-number', 'small-trader-papers'],
  }),
  sheet('food-production', '食品生产许可证', {
    note: '食品厂的证，编号 SC 开头',
    check: 'food-production-permit',
    sources: ['category-table', 'guide-004', 'sc-number'],
  }),
  sheet('outlet-food-operation', '门店的食品经营许可证', {
    note: '旗下门店的证，不是总部的',
    check: 'food-operation-permit',
    sources: ['category-table', 'jy-number'],
  }),
  paper('catering-relation', '餐饮平台与门店的管理关系声明', { note: template }),
  paper('catering-letter', '微信小程序餐饮门店运营资质和责任承诺函', { note: `${template}；要列全旗下门店` }),
  sheet('border-health', '国境口岸卫生许可证', { note: '只有开在口岸里的店才有' }),
  paper('prepackaged-filing', '预包装食品销售备案凭证', {
    note: '只卖预包装食品的店办这个备案',
    uncertain: '各地发的凭证样子不一，编号也不统一。',
    sources: ['category-table', 'food-permit-rules'],
  }),
  paper('health-food-domestic', '国产保健食品批准证书', { note: '国产保健食品用' }),
  paper('health-food-import', '进口保健食品批准证书', { note: '进口保健食品用' }),
  paper('online-food-platform', '网络食品交易第三方平台备案'),
  paper('online-catering-platform', '网络餐饮服务第三方平台备案'),
]

const trade: readonly Permit[] = [
  sheet('business-licence', '营业执照', { note: '就用前面拍好的那张，不用再拍' }),
  sheet('telecom', '增值电信业务经营许可证', { note: '通信管理局发的' }),
  sheet('publication', '出版物经营许可证', { note: '批发的由省里发，零售的由区县发' }),
  sheet('pesticide', '农药经营许可证'),
  sheet('seed-forestry', '林草种子生产经营许可证'),
  sheet('seed-crop', '农作物种子生产经营许可证'),
  paper('seed-filing', '种子生产经营备案'),
  paper('seed-agency', '种子代理销售合作协议', { note: '和有证的公司签的' }),
  sheet('seed-partner', '合作公司的种子许可证或备案', { note: '林草种子、农作物种子的许可证，或者备案，有一样就行' }),
  paper('prepaid-filing', '单用途预付卡备案公示材料'),
  sheet('payment', '支付业务许可证'),
  sheet('mall-outside', '商场外立面照片', { note: '3 张，盖公章；可以拼成一张' }),
  sheet('mall-inside', '商场里面的经营照片', { note: '3 张，盖公章；可以拼成一张' }),
  paper('mall-invoices', '商场开的发票', { note: '至少 3 种商品，比如化妆品、服装、数码' }),
  paper('commitment', '小程序开发者承诺函', { note: template }),
  paper('platform-terms', '平台服务协议和交易规则', { note: '自己写，盖章' }),
  paper('platform-review', '对入驻商家的审核规范', { note: '自己写，盖章' }),
  paper('platform-disputes', '用户交易纠纷的处理办法', { note: '自己写，盖章' }),
  paper('operating-proof', '其他平台经营情况的证明', { note: '比如应用商店评分和服务内容的截图' }),
]

const life: readonly Permit[] = [
  sheet('public-hygiene', '公共场所卫生许可证', { note: '卫健部门发的' }),
  paper('health-certificate', '健康合格证', { note: '就是店员的健康证' }),
  sheet('fire-check', '公众聚集场所投入使用、营业前消防安全检查合格证', { note: '消防部门发的' }),
  paper('fire-acceptance', '建设工程消防验收意见书'),
  sheet('storefront', '门店照片', { note: '门头一张，里面一张；可以拼成一张' }),
  sheet('animal-clinic', '动物诊疗许可证', { note: '农业农村局发的' }),
  sheet('vet-drug-production', '兽药生产许可证'),
  sheet('vet-drug-operation', '兽药经营许可证'),
  sheet('human-resources', '人力资源服务许可证', { note: '人社局发的' }),
  paper('locksmith-filing', '公安局备案证明'),
  sheet('locksmith-list', '公安局官网开锁企业名录的截图', { note: '能看清网址和你的名称' }),
  sheet('special-trade', '特种行业许可证', { note: '公安局发的' }),
  sheet('travel-agency', '旅行社业务经营许可证'),
  sheet('performance', '营业性演出许可证'),
  sheet('institution', '事业单位法人证书'),
  sheet('venue-filing', '演出场所经营单位备案证明'),
]

const health: readonly Permit[] = [
  sheet('medical-institution', '医疗机构执业许可证', { note: '卫健部门发的' }),
  sheet('tcm-clinic', '中医诊所备案证'),
  sheet('clinic-filing', '诊所备案证'),
  sheet('drug-operation', '药品经营许可证', { note: '药品监管部门发的' }),
  sheet('drug-info', '互联网药品信息服务资格证书', { note: '省药监局发的，可能叫「资格证」' }),
  paper('drug-device-filing', '药品、医疗器械互联网信息服务备案凭证'),
  sheet('device-production', '医疗器械生产许可证'),
  sheet('device-operation', '医疗器械经营许可证'),
]

const learning: readonly Permit[] = [
  sheet('private-school', '民办学校办学许可证', { note: '区县教育局发的' }),
  sheet('off-campus', '非学科类校外培训机构培训许可证'),
  paper('arts-opinion', '文化艺术类校外培训机构审核意见书'),
  paper('training-filing', '全国校外教育培训监管与服务综合平台备案', { note: '平台上查到的页面截图' }),
  paper('vocational-filing', '人社部门职业培训备案或许可', { note: '上面要有培训的内容' }),
  sheet('non-enterprise', '民办非企业单位登记证书'),
  paper('education-approval', '教育部门的批准文件'),
  sheet('audiovisual', '信息网络传播视听节目许可证'),
  paper('school-approval', '教育部门出具的设立证明', { note: '公立学校用' }),
  paper('driving-school', '机动车驾驶员培训备案', { note: '交通运输部门办的' }),
]

const roads: readonly Permit[] = [
  sheet('courier', '快递业务经营许可证', { note: '邮政管理局发的' }),
  paper('courier-outlet', '快递末端网点备案证明', { note: '邮政管理局办的' }),
  paper('courier-agreement', '和快递公司的合作协议', { note: '要有保护用户隐私的条款' }),
  sheet('courier-partner', '合作快递公司的许可证或备案证明'),
  sheet('road-transport', '道路运输经营许可证', { note: '走公路用' }),
  sheet('rail-transport', '铁路运输许可证', { note: '走铁路用' }),
  paper('sea-filing', '省级航运部门的备案证明', { note: '走海运用' }),
  sheet('air-transport', '公共航空运输企业经营许可证', { note: '走空运用' }),
  sheet('used-car-query', '全国汽车流通信息管理网站的查询截图', { note: '企业类型要有二手车经销或经纪' }),
  paper('used-car-filing', '二手车交易市场经营者和二手车经营主体备案证明'),
]

const business: readonly Permit[] = [
  sheet('law-firm', '律师事务所执业许可证书', { note: '司法厅（局）发的' }),
  paper('legal-approval', '司法厅批准成立的文件'),
  sheet('accounting-firm', '会计师事务所执业证书', { note: '财政厅（局）发的' }),
  sheet('tax-firm', '税务师事务所执业证书'),
  sheet('tax-registration', '税务师事务所行政登记证书'),
  sheet('pawn', '典当经营许可证'),
  sheet('seal-trade', '印章刻制业许可证'),
  sheet('seal-special', '公章刻制业特种行业许可证'),
  paper('seal-filing', '印章刻制业备案凭证'),
]

export const permits: readonly Permit[] = [...food, ...trade, ...life, ...health, ...learning, ...roads, ...business]
