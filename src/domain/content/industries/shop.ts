/** 商家自营, and the shops of 生活服务. */
import type { Industry, PermitRule } from '../types'
import { rowOf } from './row'

const row = rowOf('shop')
const own = (name: string) => `商家自营 > ${name}`
const plain = (id: string, label: string, category: string, words: readonly string[], note?: string): Industry =>
  row(id, label, own(category), note === undefined ? { words } : { words, note })

const foodSources: Industry['sources'] = ['category-table', 'guide-004', 'food-permit-rules', 'small-trader-papers']
/** 4 选 1. */
const foodRule: PermitRule = {
  any: [
    { permit: 'food-operation' },
    { permit: 'food-production' },
    { permit: 'prepackaged-filing', scope: '只卖预包装食品' },
    { permit: 'border-health', scope: '只限口岸里的店' },
  ],
}
const smallTraderNote =
  '只有小食杂店备案卡这类地方证件的，照样拍下来，拍在「食品经营许可证」那一格，是否被认可以审核为准。'
const changeScope = '执照的经营范围里没有这一项，先去市场监管局变更，再申请类目。'
const scopeOnScreen = '执照上没印经营范围的，再截一张官网查到的许可经营范围，和执照拼在一起传。'
const licence = (scope: string): PermitRule => ({ permit: 'business-licence', scope: `经营范围要有${scope}` })

const foodShops: readonly Industry[] = [
  row('food', '食品零食', own('食品饮料'), {
    permits: foodRule,
    note: smallTraderNote,
    words: ['零食', '干货', '特产', '饮料', '熟食', '糕点', '食品店', '牛奶', '蜂蜜'],
    sources: foodSources,
  }),
  row('tea', '茶叶', own('食品饮料'), { permits: foodRule, words: ['茶', '茶庄', '茶行'], sources: foodSources }),
  row('grain-oil', '粮油调料', own('食品饮料'), {
    permits: foodRule,
    words: ['大米', '面粉', '食用油', '调味品', '酱料'],
    note: smallTraderNote,
    sources: foodSources,
  }),
  row('food-factory', '食品厂、食品加工', own('食品饮料'), {
    permits: { permit: 'food-production' },
    words: ['食品生产', '工厂', '作坊', '代工'],
    note: '食品生产企业要交食品生产许可证。',
    uncertain: '小作坊登记证是否被认可，以审核为准。',
    sources: ['guide-004', 'category-table', 'small-trader-papers'],
  }),
  row('infant-food', '奶粉辅食', own('母婴食品'), {
    permits: foodRule,
    words: ['奶粉', '辅食', '米粉', '婴儿食品', '孕妇奶粉'],
    sources: foodSources,
  }),
  row('liquor', '酒', own('酒类'), {
    permits: {
      any: [
        {
          any: [
            { permit: 'food-production', scope: '经营项目含酒类' },
            { permit: 'food-operation', scope: '含预包装食品销售' },
          ],
        },
        { permit: 'prepackaged-filing', scope: '只卖预包装食品' },
        { permit: 'border-health', scope: '只限口岸里的店' },
      ],
    },
    words: ['白酒', '红酒', '啤酒', '烟酒店', '酒行'],
    note: '酒类和食品类目都不含香烟。',
    sources: foodSources,
  }),
  row('health-food', '保健品', own('保健品'), {
    permits: {
      any: [
        { permit: 'health-food-domestic' },
        { permit: 'health-food-import' },
        { permit: 'food-operation', scope: '经营项目含保健食品销售' },
        { permit: 'prepackaged-filing', scope: '只卖预包装食品，种类含特殊食品或保健品' },
      ],
    },
    words: ['保健食品', '营养品', '维生素', '蛋白粉', '滋补'],
    sources: foodSources,
  }),
  row('medical-food', '特医食品', own('特殊医学用途配方食品'), {
    permits: {
      any: [
        { permit: 'food-operation', scope: '经营项目含特殊医学用途配方食品或特殊食品' },
        { permit: 'prepackaged-filing', scope: '只卖预包装食品，种类含特殊医学用途配方食品或特殊食品' },
      ],
    },
    words: ['特殊医学', '配方食品', '特医'],
    sources: foodSources,
  }),
  row('vegetables-fruit', '蔬菜水果', own('生鲜/初级食用农产品'), {
    permits: licence('初级食用农产品，比如蔬菜、水果'),
    words: ['水果店', '菜店', '买菜', '果蔬', '合作社', '果园'],
    note: `${changeScope}${scopeOnScreen}`,
    sources: ['category-table', 'food-permit-rules'],
  }),
  row('meat-eggs-fish', '肉蛋水产', own('生鲜/初级食用农产品'), {
    permits: licence('初级食用农产品，比如肉、禽、蛋、水产'),
    words: ['猪肉', '牛羊肉', '鸡蛋', '海鲜', '水产', '生鲜', '家禽'],
    note: `${changeScope}${scopeOnScreen}`,
    sources: ['category-table', 'food-permit-rules'],
  }),
]

const stores: readonly Industry[] = [
  row('supermarket', '超市、便利店（到店自提）', '生活服务 > 百货/超市/便利店', {
    words: ['超市', '便利店', '小卖部', '百货', '杂货', '社区店', '自提', '团购'],
    note: '只展示、线上订到店取，不用许可证。要线上卖食品、送货，选「超市、便利店（线上卖食品）」。',
  }),
  row('supermarket-online', '超市、便利店（线上卖食品）', own('食品饮料'), {
    permits: foodRule,
    words: ['超市', '便利店', '小卖部', '百货', '杂货', '社区店', '送货', '配送'],
    note: `食品要另加「食品饮料」类目。${smallTraderNote}`,
    sources: foodSources,
  }),
  row('mall', '商场、购物中心', own('百货商场/购物中心'), {
    permits: {
      all: [
        { permit: 'business-licence' },
        {
          any: [{ permit: 'food-operation' }, { permit: 'outlet-food-operation', scope: '商场里 3 家专柜或租户的' }],
        },
        { permit: 'mall-outside' },
        { permit: 'mall-inside' },
        { permit: 'mall-invoices' },
        { permit: 'commitment' },
      ],
    },
    words: ['商场', '百货大楼', '购物中心', '奥特莱斯'],
    note: '要有大型的线下商场。小店选「超市、便利店」。',
  }),
  row('wholesale', '批发、给门店供货', own('B2b(商品批发/门店管理)'), {
    words: ['批发', '供应链', '订货', '经销商', '进货'],
    note: '卖的是食品、酒、药品这些，对应的类目也要加上，证也要交。',
    uncertain: '加不加别的类目，以后台显示为准。',
  }),
]

const goods: readonly Industry[] = [
  plain('clothes', '服装内衣', '服饰内衣', ['衣服', '服装', '女装', '男装', '童装', '内衣', '服饰']),
  plain('shoes', '鞋', '鞋靴', ['鞋子', '运动鞋', '皮鞋', '靴子']),
  plain('bags', '箱包皮具', '箱包皮具', ['包', '箱包', '皮具', '行李箱']),
  plain('cosmetics', '美妆护肤', '美妆', ['化妆品', '护肤品', '面膜', '口红', '香水']),
  plain('personal-care', '洗护、家庭清洁', '个护家清', ['洗发水', '牙膏', '纸巾', '洗衣液', '日化']),
  plain(
    'maternity',
    '母婴用品（不含食品）',
    '母婴用品',
    ['纸尿裤', '童车', '奶瓶', '孕婴', '婴儿用品'],
    '卖奶粉、辅食，要另选「奶粉辅食」。',
  ),
  plain('toys', '玩具', '玩具', ['积木', '盲盒', '模型', '手办']),
  plain('digital', '手机数码', '3C数码', ['手机', '电脑', '相机', '耳机', '数码']),
  plain('appliances', '家电', '家用电器', ['电器', '空调', '冰箱', '小家电', '洗衣机']),
  plain('home-textiles', '家居家纺', '家居家纺', ['床上用品', '窗帘', '餐具', '厨具', '收纳', '日用品', '家具']),
  plain(
    'building-materials',
    '家装、五金、建材',
    '家装/五金/建材',
    ['五金', '瓷砖', '门窗', '灯具', '卫浴', '油漆', '地板', '建材'],
    '危险化学品不能卖。',
  ),
  plain('crafts', '工艺品', '工艺品', ['陶瓷', '字画', '紫砂', '摆件', '礼品', '手工艺']),
  plain('flowers', '鲜花园艺', '园艺/鲜花', ['花店', '鲜花', '绿植', '盆栽', '花艺', '苗木']),
  plain('pet-goods', '宠物食品、用品', '宠物食品/用品', ['猫粮', '狗粮', '宠物用品']),
  plain('glasses', '眼镜', '眼镜', ['配镜', '墨镜', '近视镜', '太阳镜'], '卖隐形眼镜、美瞳，要另选「医疗器械」。'),
  plain('watches', '钟表', '钟表', ['手表', '钟']),
  plain('fashion-jewellery', '时尚饰品', '时尚首饰', ['饰品', '首饰', '发饰', '配饰']),
  plain('sports-goods', '运动户外用品', '运动户外', ['健身器材', '露营', '渔具', '球拍', '户外']),
  plain('stationery', '办公文具', '办公/文具', ['文具', '办公用品', '打印机', '本子']),
  plain(
    'farm-supplies',
    '农资（化肥、农膜、农机）',
    '农资',
    ['化肥', '农膜', '农机', '饲料'],
    '卖农药、种子，要另选。',
  ),
  plain('instruments', '乐器', '乐器', ['钢琴', '吉他', '古筝']),
  plain(
    'overseas',
    '海淘（不含食品）',
    '海淘',
    ['进口商品', '代购', '跨境'],
    '进口的食品、酒、保健品，要另选对应的行业。',
  ),
  plain('electronics-parts', '机械电子产品', '机械电子产品', ['电子元件', '配件', '仪器', '机械']),
]

const guarded: readonly Industry[] = [
  row('jewellery', '珠宝黄金', own('珠宝玉石'), {
    permits: licence('销售珠宝玉器、金银制品、贵金属首饰这类内容'),
    words: ['黄金', '珠宝', '玉器', '翡翠', '金店', '钻石', '银饰'],
    note: `${changeScope}卖原石的，还要有玉石原料及成品的收购、设计、加工、销售。`,
  }),
  row('machinery', '机械设备', own('商用设备机械销售'), {
    permits: licence('机械设备销售'),
    words: ['农业机械', '工程机械', '设备', '叉车'],
    note: `${changeScope}${scopeOnScreen}特种设备不能在线卖。`,
  }),
  row('books', '图书、音像', own('图书报刊/音像/影视/游戏/动漫'), {
    permits: { permit: 'publication' },
    words: ['书店', '绘本', '教辅', '杂志', '报刊', '唱片'],
    note: '批发要省里发的，零售要区县发的。',
  }),
  row('contraceptives', '计生用品', own('成人用品（医疗器械类）'), {
    permits: licence('成人用品、避孕套或计生用品'),
    words: ['避孕套', '成人用品', '计生'],
    note: changeScope,
  }),
  row('adult-goods', '情趣用品', own('成人情趣用品'), {
    permits: licence('成人情趣用品销售'),
    words: ['成人用品', '情趣'],
    note: `${changeScope}不能卖避孕套和药品，那些要另选。`,
  }),
  row('pesticides', '农药', own('农药销售'), {
    permits: { permit: 'pesticide' },
    words: ['农药', '杀虫剂', '除草剂'],
    note: '高毒、剧毒农药不能卖。',
  }),
  row('seeds', '种子', own('种子'), {
    permits: {
      any: [
        { permit: 'seed-forestry' },
        { permit: 'seed-crop' },
        { permit: 'seed-filing' },
        { all: [{ permit: 'seed-agency' }, { permit: 'seed-partner' }] },
      ],
    },
    words: ['菜种', '花种', '草种', '种苗', '种业'],
    note: '自己经营的，前三样有一样就行；代卖别家种子的，协议和对方的证都要。',
  }),
  row('prepaid-cards', '储值卡、充值卡', own('预付卡'), {
    permits: {
      any: [{ permit: 'prepaid-filing' }, { permit: 'payment', scope: '业务类型含预付卡业务或储值账户运营Ⅱ类' }],
    },
    words: ['储值', '充值', '会员卡', '购物卡', '预付卡', '礼品卡'],
    note: '线上卖储值卡才要选。代别人卖的，还要经公证的授权文件。',
  }),
]

export const shop: readonly Industry[] = [...foodShops, ...stores, ...goods, ...guarded]
