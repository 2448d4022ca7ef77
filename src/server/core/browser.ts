/**
 * A browser in words that a merchant knows, from its User-Agent. Closed lists: whatever the header says,
 * nothing of it is shown on the phone. The order counts: most browsers also call themselves Chrome or Safari.
 */
const browsers: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger/, '微信'],
  [/QQBrowser/, 'QQ 浏览器'],
  [/MetaSr|SogouMobile/, '搜狗浏览器'],
  [/360SE|360EE|QihooBrowser|QHBrowser/, '360 浏览器'],
  [/\bEdg(A|iOS)?\//, 'Edge 浏览器'],
  [/Firefox\/|FxiOS\//, '火狐浏览器'],
  [/Chrome\/|CriOS\//, 'Chrome 浏览器'],
  [/Safari\//, 'Safari 浏览器'],
]
const systems: readonly (readonly [RegExp, string])[] = [
  [/HarmonyOS|OpenHarmony/, '鸿蒙'],
  [/Android/, '安卓手机'],
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Windows/, 'Windows 电脑'],
  [/Macintosh/, '苹果电脑'],
  [/Linux|CrOS/, 'Linux 电脑'],
]

const first = (list: readonly (readonly [RegExp, string])[], agent: string) =>
  list.find(([pattern]) => pattern.test(agent))?.[1]

export function browserOf(agent: string): string {
  const known = [first(browsers, agent), first(systems, agent)].filter((words) => words !== undefined)
  return known.length === 0 ? '没认出的浏览器' : known.join('，')
}
