/** 汽车服务, 交通服务, 物流服务, 房地产服务, 商业服务, 电商平台. */
import type { Industry } from '../types'
import { rowOf } from './row'

const car = rowOf('car')
const business = rowOf('business')
const logisticsNote = '这个大类以前叫「快递业与邮政」，后台现在可能叫「物流服务」。'

const cars: readonly Industry[] = [
  car('car-repair', '汽修保养', '汽车服务 > 维修保养', {
    words: ['修车', '汽车维修', '轮胎', '钣金', '喷漆', '换机油'],
  }),
  car('car-wash', '洗车美容', '汽车服务 > 维修保养', { words: ['洗车', '汽车美容', '贴膜', '打蜡'] }),
  car('car-parts', '汽车用品、配件', '汽车服务 > 汽车用品', {
    words: ['汽配', '脚垫', '坐垫', '摩托车配件', '电动车配件'],
    note: '整车不能在线卖。',
  }),
  car('car-dealer', '汽车经销商、4S 店', '汽车服务 > 汽车经销商/4S店', {
    words: ['卖车', '新车', '车行'],
    note: '只展示、报价不用证。要收定金、预售，要求另外算。',
  }),
  car('used-cars', '二手车', '汽车服务 > 二手车', {
    permits: {
      all: [
        { permit: 'business-licence', scope: '经营范围要有二手车经销或经纪，注册满 2 年，注册资本 500 万以上' },
        { permit: 'telecom', scope: '含在线数据处理与交易处理业务，或互联网信息服务业务' },
        { any: [{ permit: 'used-car-query' }, { permit: 'used-car-filing' }] },
        { permit: 'commitment' },
        { permit: 'platform-terms' },
        { permit: 'operating-proof' },
      ],
    },
    words: ['二手车行', '车贩', '旧车'],
    note: '六样都要，小店多半不够条件，先问清楚再办。',
  }),
  car('car-rental', '租车', '交通服务 > 租车', { words: ['汽车租赁', '租赁', '自驾'] }),
  car('designated-driving', '代驾', '交通服务 > 代驾服务', { words: ['代驾', '司机'], note: '不含顺风车、网约车。' }),
  car('parking', '停车场', '交通服务 > 停车服务', { words: ['停车', '车位'] }),
  car('charging', '充电站', '交通服务 > 充电服务', { words: ['充电桩', '电动车充电', '换电'] }),
  car('petrol-station', '加油站', '交通服务 > 加油站服务', {
    words: ['加油', '油站'],
    note: '在线卖汽油、柴油不是这个类目，要另外的许可。',
  }),
]

const freight: readonly Industry[] = [
  business('courier', '快递网点', '物流服务 > 收件/派件', {
    permits: {
      any: [
        { permit: 'courier' },
        { permit: 'courier-outlet' },
        { all: [{ permit: 'courier-agreement' }, { permit: 'courier-partner' }] },
      ],
    },
    words: ['快递', '驿站', '寄件', '代收'],
    note: `合作点走第三种，协议和快递公司的证两样都要。${logisticsNote}`,
    uncertain: '大类的名字以后台显示为准。',
  }),
  business('freight', '货运', '物流服务 > 货物运输', {
    permits: {
      any: [
        { permit: 'road-transport', scope: '走公路' },
        { permit: 'rail-transport', scope: '走铁路' },
        { permit: 'sea-filing', scope: '走海运' },
        { permit: 'air-transport', scope: '走空运' },
      ],
    },
    words: ['物流', '运输', '拉货', '货车', '专线', '冷链'],
    note: `走哪一种，交哪一种的证。${logisticsNote}`,
    uncertain: '大类的名字以后台显示为准。',
  }),
  business('warehouse', '仓储', '物流服务 > 仓储服务 > 仓储管理', {
    words: ['仓库', '云仓', '冷库'],
    note: logisticsNote,
    uncertain: '大类的名字以后台显示为准。',
  }),
]

const offices: readonly Industry[] = [
  business('law-firm', '律师事务所', '商业服务 > 律所服务', {
    permits: { any: [{ permit: 'law-firm' }, { permit: 'legal-approval' }] },
    words: ['律师', '律所', '法律服务'],
  }),
  business('legal-advice', '法律咨询', '商业服务 > 法律服务平台', {
    permits: { permit: 'business-licence', scope: '经营范围要有法律咨询' },
    words: ['法律', '咨询', '维权'],
    note: '仲裁委员会交《仲裁委员会登记证》。执照没有这一项的，先去市场监管局变更。',
  }),
  business('accounting-firm', '会计师事务所', '商业服务 > 会计师事务所', {
    permits: { permit: 'accounting-firm' },
    words: ['审计', '会计', '验资'],
  }),
  business('tax-firm', '税务师事务所', '商业服务 > 税务师事务所', {
    permits: { any: [{ permit: 'tax-firm' }, { permit: 'tax-registration' }] },
    words: ['税务', '报税'],
  }),
  business('bookkeeping', '代账、财务咨询', '商业服务 > 一般财务服务', { words: ['代理记账', '财务', '做账'] }),
  business('company-registration', '工商注册代办', '商业服务 > 工商代理注册', {
    words: ['注册公司', '代办执照', '工商'],
  }),
  business('pawn', '典当', '商业服务 > 典当', { permits: { permit: 'pawn' }, words: ['当铺', '抵押'] }),
  business('seal-carving', '刻章', '商业服务 > 公共印章刻制', {
    permits: { any: [{ permit: 'seal-trade' }, { permit: 'seal-special' }, { permit: 'seal-filing' }] },
    words: ['公章', '印章', '刻印'],
  }),
  business('advertising', '广告设计', '商业服务 > 广告/设计', {
    words: ['广告', '设计', '印刷', '图文', '招牌', '名片'],
  }),
  business('software', '软件开发', '商业服务 > 软件/建站/技术开发', { words: ['软件', '网站', '技术', '小程序开发'] }),
  business('exhibitions', '会展活动', '商业服务 > 会展服务', { words: ['展会', '会议', '活动策划'] }),
  business('recycling', '废品回收', '商业服务 > 环保回收/废品回收', {
    words: ['收废品', '回收', '旧衣', '旧家电'],
    note: '回收黄金这类贵金属，要求另外算。',
  }),
  business('estate-agent', '房产中介', '房地产服务 > 房屋中介', {
    words: ['租房', '二手房', '卖房', '房源', '中介'],
    note: '只能展示、预约，不能在线成交。',
  }),
  business('property-management', '物业', '房地产服务 > 物业管理', { words: ['物业费', '小区', '门禁'] }),
  business('renovation', '装修', '房地产服务 > 房屋装修', { words: ['装修公司', '家装', '设计装修', '防水', '刷墙'] }),
  business('marketplace', '多商户商城、平台', '电商平台 > 电商平台', {
    permits: {
      all: [
        { permit: 'telecom', scope: '含在线数据处理与交易处理业务' },
        { permit: 'platform-terms' },
        { permit: 'platform-review' },
        { permit: 'platform-disputes' },
      ],
    },
    words: ['商城', '平台', '入驻', '多商家', '电商'],
    note: '有别的商家进来卖货才选它。只卖自己的货，选对应的行业。',
  }),
]

export const roadsAndBusiness: readonly Industry[] = [...cars, ...freight, ...offices]
