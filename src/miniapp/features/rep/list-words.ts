/** What the list's controls and its emptiness say. */
import type { Filter, Sort } from '../../stores/rep/question'

export const filterWords: Readonly<Record<Filter, string>> = {
  all: '全部',
  stuck: '卡住了',
  deadline: '有期限',
  retake: '待补拍',
  finished: '已完成',
}

export const sortWords: Readonly<Record<Sort, { readonly name: string; readonly note: string }>> = {
  active: { name: '最近动过的', note: '刚做过什么的排前面' },
  deadline: { name: '快到期的', note: '没有期限的排后面' },
  progress: { name: '办得慢的', note: '做完步骤少的排前面' },
}

/** A filter that nobody fits. */
export const nobodyWords: Readonly<Record<Exclude<Filter, 'all'>, { readonly title: string; readonly text: string }>> =
  {
    stuck: { title: '没有卡住的商户', text: '哪一步比平常久了，商户会出现在这里。' },
    deadline: { title: '没有要赶的期限', text: '商户开始有期限的步骤，日子会出现在这里。' },
    retake: { title: '没有要补拍的', text: '你说要重拍的照片，补好以前都列在这里。' },
    finished: { title: '还没有办完的', text: '全部步骤做完的商户会列在这里。' },
  }
