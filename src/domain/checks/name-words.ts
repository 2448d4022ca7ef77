/**
 * The words that account-name.ts looks for. Examples in the published rules come first in each list, the
 * rest are plain words of the same kind.
 *
 * Sources: 微信小程序平台运营规范 2.3–2.5, 5.14 and 9.3 (https://developers.weixin.qq.com/miniprogram/product/);
 * 小程序备案常见问题 §9 (https://developers.weixin.qq.com/miniprogram/product/record/record_faq.html);
 * setNickName (https://developers.weixin.qq.com/doc/oplatform/openApi/miniprogram-management/basic-info-management/api_setnickname).
 * Checked 2026-11-21.
 */
const list = (...lines: readonly string[]): readonly string[] => lines.flatMap((line) => line.split(' '))

/** 9.3, 2.4: marks of the platform itself. Refused: no shop is granted them. */
export const platformMarks = list('微信 腾讯 wechat weixin tencent')

/** Marks that are also ordinary words, and kinds of accounts. */
export const platformWords = list('小程序 公众号 服务号 订阅号 视频号 qq')

/** 2.3: commercial words. */
export const adWords = list(
  '免费 巨便宜 清仓 国家级 最高级 便宜 特价 低价 打折 折扣 甩卖 促销 优惠 秒杀 抢购 包邮',
  '白菜价 批发价 返现 红包 领券 世界级 顶级 极品 销冠',
)

/** 2.3, in names only: in a sentence they are often harmless (最好提前预约). */
export const boastWords = list('最佳 最好 最低 最大 第一 唯一')

/** 2.4: other people's brands, those that small shops most often lean on. */
export const brands = list(
  '麦当劳 肯德基 星巴克 必胜客 瑞幸 蜜雪冰城 喜茶 海底捞 茅台 五粮液 可口可乐 美团 饿了么 淘宝 天猫 京东',
  '拼多多 抖音 快手 小红书 支付宝 阿里巴巴 微博 百度 华为 耐克 阿迪达斯 优衣库 迪士尼',
)

/** 备案 §9: stopped there unless an approval is shown. */
export const filingWords = list('出版 图书 直播 新闻 动漫 药 教育 培训 金融 理财 宗教 网约车')
/** 药 that is none. */
export const notFilingWords = list('山药 芍药')

/** 备案 §9: only with the state's approval; 5.14.2: taken for an authority. */
export const stateWords = list('中国 中华 官方 政府')

/** 2.5: a name made of nothing but such words cannot be told from others. */
export const genericWords = list(
  '短裤 短裙 美食 奶茶 咖啡 饮品 甜品 面包 蛋糕 烘焙 小吃 快餐 早餐 早点 夜宵 外卖 点餐 餐厅 餐饮 饭店 饭馆',
  '面馆 米粉 火锅 烧烤 烤肉 海鲜 川菜 湘菜 粤菜 西餐 水果 蔬菜 生鲜 肉 零食 食品 茶叶 茶 酒水 酒 粮油 特产',
  '服装 女装 男装 童装 内衣 鞋子 鞋 箱包 包包 饰品 首饰 珠宝 眼镜 手表 化妆品 美妆 护肤 母婴 玩具 文具 五金',
  '建材 家具 家电 数码 手机 电脑 鲜花 花 宠物 汽车 汽修 洗车 维修 家政 保洁 搬家 美容 美发 理发 美甲 足浴 按摩',
  '健身 瑜伽 酒店 宾馆 民宿 旅游 婚庆 摄影 超市 便利 百货 商城 商店 店铺 小店 门店 专卖 连锁 批发 零售 购物',
  '服务 生活 优选 精选 好物 商家 平台 中心 工作室 公司 馆 铺 店 屋 坊 吧 网 的 和 与 大全',
)
