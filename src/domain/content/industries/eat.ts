/** 餐饮服务. */
import type { Industry, PermitRule } from '../types'
import { rowOf, type More } from './row'

/** 3 选 1; the second is for a head office that manages outlets, the third for shops inside a port of entry. */
const cateringRule: PermitRule = {
  any: [
    { permit: 'food-operation' },
    { all: [{ permit: 'catering-relation' }, { permit: 'catering-letter' }, { permit: 'outlet-food-operation' }] },
    { permit: 'border-health', scope: '只限口岸里的店' },
  ],
}
const smallTraderNote =
  '只有小餐饮登记证这类地方证件的，照样拍下来，拍在「食品经营许可证」那一格，是否被认可以审核为准。'
const row = rowOf('eat')
const place = (kind: string) => `餐饮服务 > 餐饮服务场所/餐饮服务管理企业 > ${kind}`
const catering = (id: string, label: string, kind: string, words: readonly string[], more: More = {}): Industry =>
  row(id, label, place(kind), {
    permits: cateringRule,
    note: smallTraderNote,
    words,
    sources: ['category-table', 'guide-004', 'food-permit-rules', 'small-trader-papers'],
    ...more,
  })

export const eat: readonly Industry[] = [
  catering('snacks', '小吃快餐', '小吃快餐', [
    '快餐',
    '面馆',
    '面条',
    '米粉',
    '盖饭',
    '炸鸡',
    '汉堡',
    '早餐',
    '包子',
    '饺子',
    '麻辣烫',
    '小吃店',
  ]),
  catering('restaurant', '餐厅、饭店', '其他', [
    '饭馆',
    '酒楼',
    '餐馆',
    '中餐',
    '家常菜',
    '农家乐',
    '大排档',
    '私房菜',
  ]),
  catering('drinks', '奶茶饮品', '面包甜点饮品', ['奶茶', '茶饮', '果汁', '冷饮', '冰淇淋', '糖水']),
  catering('bakery', '面包甜点', '面包甜点饮品', ['面包店', '蛋糕', '烘焙', '甜品', '西点']),
  catering('cafe', '咖啡厅', '咖啡厅', ['咖啡', '咖啡馆']),
  catering('hotpot', '火锅', '火锅', ['串串', '冒菜', '涮肉', '牛肉火锅']),
  catering('barbecue', '烧烤', '其他', ['烤串', '烤肉', '烤鱼', '夜宵']),
  catering('sichuan', '川湘菜', '川湘菜', ['川菜', '湘菜', '辣菜']),
  catering('cantonese', '粤菜、早茶', '粤式', ['粤式', '茶餐厅', '烧腊', '潮汕菜', '肠粉']),
  catering('western', '西餐', '西餐', ['牛排', '披萨', '意面']),
  catering('japanese-korean', '日韩料理', '日韩料理', ['寿司', '拉面', '韩餐', '日料']),
  catering('southeast-asian', '东南亚菜', '东南亚菜', ['泰国菜', '越南菜']),
  catering('buffet', '自助餐', '自助餐', ['自助']),
  catering('seafood', '海鲜餐厅', '海鲜', ['海鲜', '小龙虾', '鱼']),
  catering('canteen', '食堂、团餐', '其他', ['食堂', '团餐', '盒饭', '配餐']),
  catering('bar', '酒吧、茶馆', '其他', ['酒吧', '小酒馆', '茶馆', '茶楼', '棋牌茶室']),
  catering('catering-group', '连锁餐饮总部', '其他', ['连锁', '加盟', '总部', '多家门店', '餐饮管理公司'], {
    note: '总部自己没有食品经营许可证的，走第二种：两份文件，加上门店的许可证，三样都要。',
  }),
  row('queueing', '只做排队取号', '餐饮服务 > 餐厅排队', {
    words: ['排队', '取号', '等位'],
    note: '只取号不用许可证。要点餐、外卖，得另选餐饮的类目。',
  }),
  row('ordering-platform', '帮多家店做点餐', '餐饮服务 > 点餐平台', {
    permits: { permit: 'telecom' },
    words: ['点餐平台', '扫码点餐', '美食城', '档口'],
    note: '自己一家店点餐不选这个，选上面的餐饮。',
  }),
  row('delivery-platform', '帮多家店做外卖', '餐饮服务 > 外卖平台', {
    permits: { any: [{ permit: 'online-food-platform' }, { permit: 'online-catering-platform' }] },
    words: ['外卖平台', '同城外卖', '校园外卖'],
    note: '自己一家店送外卖不选这个，选上面的餐饮。',
  }),
]
