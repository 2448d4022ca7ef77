import type { RepWays } from '../../ports/rep-ways'
import type { ListState } from '../../stores/rep/list-state'
import { Empty } from '../../ui/empty'
import { SkeletonList } from '../../ui/skeleton'
import { nobodyWords } from './list-words'

interface Props {
  readonly state: ListState
  readonly ways: RepWays
  readonly onAgain: () => void
  readonly onAll: () => void
}

/** The list without a line: not there yet, could not be had, or nobody fits. */
export function ListEmpty({ state, ways, onAgain, onAll }: Props) {
  const { busy, problem, question, copied } = state
  if (busy === 'first') return <SkeletonList rows={6} />
  if (problem !== null && copied === null)
    return (
      <Empty
        icon='caution'
        title='没能拿到名单'
        text={`${problem} 商户的进度都在，没有丢。`}
        action={{ words: '再试一次', onTap: onAgain }}
      />
    )
  const all = { words: '看全部商户', onTap: onAll }
  if (question.search.trim() !== '')
    return (
      <Empty
        icon='search'
        title='没找到这家店'
        text='按商户自己写的店名找，少打几个字试试。没写店名的找不到。'
        action={all}
      />
    )
  if (question.filter !== 'all') return <Empty icon='store' {...nobodyWords[question.filter]} action={all} />
  return (
    <Empty
      icon='qr'
      title='还没有商户'
      text='把你的码给商户扫一下，他就会出现在这里。'
      action={{ words: '打开我的码', onTap: ways.codes }}
    />
  )
}
