import { useApp } from '../../stores/hooks'
import { Empty } from '../../ui/empty'
import { Page } from '../../ui/page'
import type { DeskPhase } from './use-desk'

const inWeb = process.env.TARO_ENV === 'h5'
const closed = {
  revoked: { title: '已断开', text: '电脑上的照片和文字都收走了。' },
  'turned-away': { title: '没有同意', text: '那台电脑什么也看不到，它的码也作废了。' },
  time: { title: '到时间了，已断开', text: '还要用，扫电脑上的新码就行。' },
} as const
const elsewhere = inWeb ? '在微信小程序里填的，请在小程序里点「我的」再扫。' : ''

const codeLife = '一个码只能用一次，5\u00a0分钟内有效。'

interface Props {
  readonly phase: Extract<DeskPhase, { is: 'closed' | 'over' | 'failed' | 'not-stored' }>
  readonly onAgain: () => void
  readonly onOther: () => void
}

/** What ended, or did not begin, and the one way on. */
export function DeskEnd({ phase, onAgain, onOther }: Props) {
  const { navigator } = useApp()
  const other = { words: inWeb ? '换一个码' : '再扫一次', onTap: onOther }
  if (phase.is === 'closed')
    return (
      <Page>
        <Empty icon='computer' {...closed[phase.why]} action={{ words: '回「我的」', onTap: navigator.me }} />
      </Page>
    )
  if (phase.is === 'not-stored')
    return (
      <Page>
        <Empty
          icon='upload'
          title='先把进度存一份到云端'
          text={`电脑取的是云端那一份，现在那里还没有你的资料。${elsewhere}`}
          action={{ words: '去看看怎么存', onTap: navigator.consents }}
        />
      </Page>
    )
  return (
    <Page>
      {phase.is === 'over' ? (
        <Empty icon='clock' title='码过期了，电脑上会换新的' text={codeLife} action={other} />
      ) : (
        <Empty icon='offline' title='没连上' text={phase.message} action={{ words: '再试一次', onTap: onAgain }} />
      )}
    </Page>
  )
}
