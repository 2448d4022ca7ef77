/** 生活服务, 旅游服务. */
import type { Industry, PermitRule } from '../types'
import { rowOf } from './row'

const row = rowOf('life')
const travel = rowOf('travel')
const beautyNote = '做医美的要选「医疗美容」，做推拿洗浴的要选「足浴按摩」或「洗浴汗蒸」。'
const beauty = (id: string, label: string, kind: string, words: readonly string[]): Industry =>
  row(id, label, `生活服务 > 丽人服务 > ${kind}`, { words, note: beautyNote })

/** 同时, the third being either of two papers of the fire brigade. */
const bathRule: PermitRule = {
  all: [
    { permit: 'public-hygiene' },
    { permit: 'health-certificate' },
    { any: [{ permit: 'fire-check' }, { permit: 'fire-acceptance' }] },
    { permit: 'storefront', scope: '门头和里面都要有' },
  ],
}
const bathNote = '四样都要。技师上门按摩的服务，平台没有开放。'

const lodging: PermitRule = {
  any: [
    { permit: 'business-licence', scope: '经营范围要有住宿、旅店业或客房' },
    { permit: 'special-trade', scope: '范围含旅馆业' },
  ],
}
const lodgingNote = '执照的经营范围里没有住宿的，就交特种行业许可证。帮多家订房的平台，要求另外算。'

const services: readonly Industry[] = [
  beauty('beauty', '美容院', '美容', ['美容', '皮肤管理', '护肤', '祛痘', '美体']),
  beauty('hair', '理发美发', '美发', ['理发', '发型', '造型', '染发', '美发店', '头皮']),
  beauty('nails', '美甲', '美甲', ['指甲', '美甲店']),
  beauty('lashes', '美睫', '美睫', ['睫毛', '纹眉']),
  beauty('tattoo', '纹身', '纹身', ['刺青', '纹绣']),
  beauty('slimming', '纤体瘦身', '纤体瘦身', ['减肥', '瘦身', '塑形']),
  beauty('yoga', '瑜伽', '瑜伽', ['普拉提']),
  beauty('dance', '舞蹈', '舞蹈', ['街舞', '跳舞', '舞蹈房']),
  row('massage', '足浴按摩', '生活服务 > 洗浴保健', {
    permits: bathRule,
    words: ['足疗', '洗脚', '推拿', '按摩', '采耳', '盲人按摩', '养生馆'],
    note: bathNote,
  }),
  row('bath', '洗浴汗蒸', '生活服务 > 洗浴保健', {
    permits: bathRule,
    words: ['洗浴', '桑拿', '汗蒸', '温泉', '澡堂', '浴池'],
    note: bathNote,
  }),
  row('pet-shop', '宠物店', '生活服务 > 宠物（非医院类）', {
    words: ['宠物美容', '寄养', '猫咖', '宠物'],
    note: '看病打针要选「宠物医院」。',
  }),
  row('pet-hospital', '宠物医院', '生活服务 > 宠物医院/兽医', {
    permits: { permit: 'animal-clinic' },
    words: ['兽医', '宠物诊所', '动物医院'],
  }),
  row('vet-drugs', '兽药', '生活服务 > 兽药', {
    permits: { any: [{ permit: 'vet-drug-production' }, { permit: 'vet-drug-operation' }] },
    words: ['兽药店', '动物保健'],
  }),
  row('recruiting', '招聘劳务', '生活服务 > 求职/招聘', {
    permits: { permit: 'human-resources' },
    words: ['招聘', '求职', '劳务', '人力资源', '中介', '兼职'],
    note: '招人去国外干活，要求另外算。',
  }),
  row('locksmith', '开锁', '生活服务 > 开锁服务', {
    permits: {
      all: [{ permit: 'business-licence' }, { any: [{ permit: 'locksmith-filing' }, { permit: 'locksmith-list' }] }],
    },
    words: ['修锁', '换锁', '配钥匙', '锁匠'],
    note: '要先在公安局备过案。',
  }),
  row('housekeeping', '家政保洁', '生活服务 > 家政服务', {
    words: ['保姆', '月嫂', '钟点工', '打扫', '搬家', '保洁', '家政'],
  }),
  row('home-repair', '家电、数码维修', '生活服务 > 家政服务', {
    words: ['修空调', '修手机', '维修', '家电清洗', '疏通管道', '水电'],
  }),
  row('wedding', '婚庆', '生活服务 > 婚庆服务', {
    words: ['婚礼', '婚纱摄影', '婚车', '司仪', '婚宴', '跟妆'],
    note: '给人介绍对象不算这个。',
  }),
  row('photo-studio', '照相馆、摄影', '商业服务 > 摄影/扩印', {
    words: ['照相', '证件照', '写真', '摄影', '洗照片', '跟拍'],
  }),
  row('errands', '跑腿', '生活服务 > 跑腿', {
    words: ['代买', '代送', '同城送', '帮忙'],
    note: '做成外卖平台，要另选「帮多家店做外卖」。',
  }),
  row('storage', '寄存', '生活服务 > 寄存', { words: ['行李寄存', '存包', '存储柜'] }),
  row('leisure', '休闲娱乐', '生活服务 > 休闲娱乐', {
    words: ['KTV', '网吧', '电影院', '影院', '密室', '剧本杀', '游戏厅', '棋牌', '台球', '游乐场'],
  }),
  row('sharing', '共享设备', '生活服务 > 共享服务', {
    words: ['充电宝', '雨伞', '轮椅', '陪护床', '自助设备'],
  }),
  row('show-tickets', '演出票务', '生活服务 > 营业性演出票务', {
    permits: {
      any: [
        { permit: 'performance' },
        { all: [{ permit: 'institution' }, { permit: 'venue-filing', scope: '范围含经营演出场所' }] },
      ],
    },
    words: ['演唱会', '话剧', '卖票', '演出'],
    note: '第二种是给事业单位的演出场所用的，两样都要。',
  }),
]

const trips: readonly Industry[] = [
  travel('homestay', '民宿', '旅游服务 > 住宿服务', {
    permits: lodging,
    words: ['民宿', '客栈', '公寓', '短租', '农家院'],
    note: lodgingNote,
  }),
  travel('hotel', '酒店宾馆', '旅游服务 > 住宿服务', {
    permits: lodging,
    words: ['酒店', '宾馆', '旅馆', '旅店', '招待所', '青旅'],
    note: lodgingNote,
  }),
  travel('travel-agency', '旅行社', '旅游服务 > 旅行社', {
    permits: { permit: 'travel-agency' },
    words: ['旅游', '跟团', '导游', '出境游'],
  }),
  travel('scenic-spot', '景区门票', '旅游服务 > 景区服务', { words: ['景点', '公园', '门票', '采摘园'] }),
  travel('visa', '签证办理', '旅游服务 > 签证办理', { words: ['签证', '护照'] }),
]

export const life: readonly Industry[] = [...services, ...trips]
