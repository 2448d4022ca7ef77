/** 教育服务, 体育, 医疗服务. */
import type { Industry, PermitRule } from '../types'
import { rowOf } from './row'

const learn = rowOf('learn')
const health = rowOf('health')

/** 5 选 1. */
const hobbyRule: PermitRule = {
  any: [
    { permit: 'private-school' },
    { permit: 'off-campus' },
    { permit: 'arts-opinion' },
    { permit: 'training-filing' },
    { permit: 'vocational-filing', scope: '要含培训的内容' },
  ],
}
const videoNote = '有网课、直播课的，还要加「在线视频课程」类目。'

const lessons: readonly Industry[] = [
  learn('hobby-classes', '兴趣班', '教育服务 > 非学科类培训机构', {
    permits: hobbyRule,
    words: ['美术', '音乐', '书法', '舞蹈培训', '钢琴课', '编程', '口才', '围棋', '培训班'],
    note: videoNote,
  }),
  learn('skills-training', '职业技能培训', '教育服务 > 非学科类培训机构', {
    permits: hobbyRule,
    words: ['考证', '职业培训', '美容培训', '厨师', '技能', '成人培训'],
    note: videoNote,
  }),
  learn('school-tutoring', '学历培训、课外辅导', '教育服务 > 学历教育（培训机构）', {
    permits: {
      all: [
        { permit: 'private-school' },
        { any: [{ permit: 'business-licence' }, { permit: 'institution' }, { permit: 'non-enterprise' }] },
      ],
    },
    words: ['补习', '辅导', '成人学历', '自考', '专升本', '家教'],
    note: videoNote,
  }),
  learn('school', '幼儿园、学校', '教育服务 > 学历教育（学校）', {
    permits: {
      any: [
        { any: [{ permit: 'school-approval' }, { permit: 'institution' }] },
        { permit: 'private-school', scope: '民办学校用' },
      ],
    },
    words: ['幼儿园', '小学', '中学', '民办学校'],
    note: '公立学校交设立证明或事业单位法人证书，民办学校交办学许可证。',
  }),
  learn('course-sales', '卖课、知识付费', '教育服务 > 课程销售', {
    permits: { permit: 'telecom', scope: '含在线数据处理与交易处理业务' },
    words: ['课程', '网课', '知识付费', '训练营'],
    note: videoNote,
  }),
  learn('video-courses', '网课、直播课', '教育服务 > 在线视频课程', {
    permits: {
      any: [
        { permit: 'institution', scope: '公立学校用' },
        { any: [{ permit: 'private-school' }, { permit: 'off-campus' }, { permit: 'arts-opinion' }] },
        { permit: 'training-filing' },
        { permit: 'education-approval' },
        { permit: 'audiovisual' },
      ],
    },
    words: ['视频课', '直播课', '在线教育', '录播'],
  }),
  learn('driving-school', '驾校', '教育服务 > 驾校培训', {
    permits: { permit: 'driving-school' },
    words: ['学车', '驾照', '驾驶培训'],
  }),
  learn('study-abroad', '出国留学咨询', '教育服务 > 出国留学', {
    permits: { permit: 'business-licence', scope: '经营范围要有教育咨询、留学咨询这类内容' },
    words: ['留学', '游学', '雅思'],
    note: '执照的经营范围里没有这一项，先去市场监管局变更，再申请类目。',
  }),
  learn('gym', '健身房', '体育 > 体育场馆服务', { words: ['健身', '私教', '游泳馆', '瑜伽馆'] }),
  learn('sports-venue', '球馆、场馆', '体育 > 体育场馆服务', {
    words: ['羽毛球', '篮球', '足球场', '网球', '订场', '滑雪'],
  }),
  learn('sports-training', '体育培训', '体育 > 体育培训', {
    words: ['跆拳道', '游泳班', '篮球班', '武术', '体能', '轮滑', '健身教练'],
  }),
  learn('online-fitness', '在线健身', '体育 > 在线健身', { words: ['健身课', '线上教练'] }),
]

/** 3 选 1. */
const clinicRule: PermitRule = {
  any: [{ permit: 'medical-institution' }, { permit: 'tcm-clinic' }, { permit: 'clinic-filing' }],
}
/** Either of the two papers for medicine and devices on the internet. */
const internetMedicine: PermitRule = { any: [{ permit: 'drug-info' }, { permit: 'drug-device-filing' }] }
const filingNote = '药品和医疗器械在备案时也要审批，名称别带「药」「医药」这类字，除非有批文。'

const care: readonly Industry[] = [
  health('clinic', '诊所', '医疗服务 > 其他私立医疗机构', {
    permits: clinicRule,
    words: ['门诊', '卫生所', '私立医院', '体检', '康复', '西医'],
  }),
  health('dental', '口腔诊所', '医疗服务 > 其他私立医疗机构', {
    permits: clinicRule,
    words: ['牙科', '牙医', '口腔', '补牙'],
  }),
  health('tcm', '中医诊所', '医疗服务 > 其他私立医疗机构', {
    permits: clinicRule,
    words: ['中医馆', '针灸', '艾灸', '正骨', '国医堂'],
    note: '没有医疗执照、只做推拿的，要选「足浴按摩」。',
  }),
  health('medical-beauty', '医疗美容', '医疗服务 > 其他私立医疗机构', {
    permits: clinicRule,
    words: ['医美', '整形', '激光', '水光针', '植发'],
    note: '医美不能选丽人服务，要按医疗机构交证。',
  }),
  health('pharmacy', '药店', '医疗服务 > 药品（非处方药）销售', {
    permits: { all: [{ permit: 'drug-operation', scope: '药品零售企业' }, internetMedicine] },
    words: ['药房', '大药房', '非处方药', '中药'],
    note: `两样都要。处方药不能在线卖。${filingNote}`,
    sources: ['category-table', 'filing-faq'],
  }),
  health('medical-devices', '医疗器械', '医疗服务 > 医疗器械自营', {
    permits: { all: [internetMedicine, { any: [{ permit: 'device-production' }, { permit: 'device-operation' }] }] },
    words: ['血压计', '轮椅', '助听器', '隐形眼镜', '美瞳', '理疗仪', '口罩'],
    note: `两样都要，每样两种证里有一种就行。${filingNote}`,
    sources: ['category-table', 'filing-faq'],
  }),
  health('device-display', '医疗器械（只展示）', '医疗服务 > 医疗器械信息展示', {
    permits: internetMedicine,
    words: ['器械展示', '设备展示'],
    note: '只展示、不在线卖。',
  }),
]

export const learnAndHealth: readonly Industry[] = [...lessons, ...care]
