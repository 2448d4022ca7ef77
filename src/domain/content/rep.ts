/** What a rep is told and may say: how long things usually take, why a photo is no good, what to write to whom. */
import type { GuideId } from './types'

/**
 * Calendar days that one place may take before somebody should ask, where no clock of the guides says so.
 * Ours, not an official figure: two evenings for what is answered on the phone, three days for what has to
 * be fetched, stamped or filled in at a computer.
 */
export const usualDays = { questions: 2, material: 3, redo: 2, step: 3 } as const

/** How far merchants come, in this order. Counted is who has reached a stage or a later one. */
export const stages = [
  { id: 'scanned', title: '扫码加入' },
  { id: 'answered', title: '答完问题' },
  { id: 'ready', title: '材料备齐' },
  { id: 'registered', title: '注册好' },
  { id: 'certified', title: '认证好' },
  { id: 'filed', title: '备案好' },
  { id: 'finished', title: '全部办好' },
] as const
export type StageId = (typeof stages)[number]['id']

/** Where the mini-program's own account is registered: whichever of them the route has. */
export const registering: readonly GuideId[] = ['register-standalone', 'reuse']
/** `<guide>.<step>`. */
export const certifying = 'finish-setup.certification'
export const filing = 'finish-setup.filing'

/** For 「请重拍」; a rep may also write their own. */
export const retakeReasons = [
  { id: 'blurred', text: '拍糊了，字看不清' },
  { id: 'cut', text: '四个角没拍全' },
  { id: 'glare', text: '有反光，挡住了字' },
  { id: 'dark', text: '太暗了，换个亮的地方' },
  { id: 'copy', text: '像是复印件，要拍原件' },
  { id: 'old', text: '证件过期了，要新的' },
  { id: 'other', text: '拍的不是这张证件' },
] as const

/**
 * Ready-made messages to a merchant: the usual one, then other ways to say it, for 「换一句」. `{what}` is the place or
 * the deadline by its title, `{reason}` why a photo is to be taken again, `{date}` a day such as 12月3日. An operator
 * may have others (nudges.json in docs/operator/white-label.md).
 */
export const nudges = {
  questions: [
    '您好，开通小程序先答四个小问题，两分钟就好，答完就知道要备什么、花多少钱。',
    '您好，还差四个小问题没答，都是点选，答完小程序就会给您列出要备的东西。',
  ],
  'not-eligible': [
    '您好，个人名义开不了电商小程序，办一张个体工商户执照就可以。怎么办我跟您说。',
    '您好，小程序要用执照来开，个体工商户的就行，办起来不难，要我把流程发您吗？',
  ],
  material: [
    '您好，开通小程序还差「{what}」，您备好了在清单里打个勾，有不清楚的随时问我。',
    '您好，「{what}」备得怎么样了？别的先不急，这个齐了就能往下走。',
    '您好，现在就差「{what}」了，手边有的话花几分钟弄好，我陪您办。',
  ],
  redo: [
    '您好，「{what}」要麻烦您重拍一张：{reason}。点开就能拍，一分钟的事。',
    '您好，刚看了您传的「{what}」：{reason}。方便的时候重拍一张就行，其他都没问题。',
  ],
  step: [
    '您好，您的小程序办到「{what}」了，照着图一步一步点就行，卡在哪里截个图发我。',
    '您好，「{what}」这一步大约十分钟，找台电脑，照着图做就行，有不懂的随时问我。',
    '您好，看您停在「{what}」了，是不是哪里没看懂？页面截个图给我，我帮您看。',
  ],
  wait: [
    '您好，现在是「{what}」，您不用做什么，留意电话和短信就好，有消息告诉我一声。',
    '您好，「{what}」这几天会有结果，陌生来电也接一下，别错过了。',
  ],
  deadline: [
    '您好，提醒您一下：{date}前要「{what}」，过了要重来，这两天抽空办一下吧。',
    '您好，「{what}」要在{date}前做完，照片和资料都在，找台电脑就能办，有不懂的随时问我。',
  ],
  passed: [
    '您好，「{what}」的期限已经过了，别急，还能补救，您点开看看怎么办，我帮您一起弄。',
    '您好，「{what}」过了日子，先别重新交费，点开看看补救办法，拿不准就问我。',
  ],
  finished: [
    '您好，您的小程序都办好了，辛苦了！把 AppID 发给我，我这边帮您接上。',
    '您好，恭喜，步骤都走完了！AppID 在「办好了」那一页，点一下就能复制给我。',
  ],
} as const satisfies Readonly<Record<string, Sentences>>
export type Situation = keyof typeof nudges
export type Sentences = readonly [string, ...string[]]
