import { View } from '@tarojs/components'
import type { RepWays } from '../../ports/rep-ways'
import type { MerchantDetail, Nudge } from '../../stores/rep/merchant-detail'
import type { Asked } from '../../stores/rep/hooks'
import { useSession } from '../../stores/session-hooks'
import { Banner } from '../../ui/banner'
import { Button } from '../../ui/button'
import { Dock } from '../../ui/dock'
import { Empty } from '../../ui/empty'
import { Later } from '../../ui/later'
import { Page } from '../../ui/page'
import { SkeletonList } from '../../ui/skeleton'
import { MerchantNote } from './merchant-note'
import { MerchantPhotos } from './merchant-photos'
import { MerchantStages } from './merchant-stages'
import { MerchantStates } from './merchant-states'
import { MerchantTop } from './merchant-top'
import { NoRep } from './no-rep'
import { NudgeCard } from './nudge-card'
import './rep.scss'
import './merchant.scss'

interface Props {
  readonly ways: RepWays
  readonly id: string
  readonly asked: Asked<MerchantDetail>
  readonly nudge: Nudge | null
  readonly onOther: (() => void) | null
  readonly onCopy: () => void
}

/** One merchant: where they are, what to tell them, what is missing. */
export function MerchantView(props: Props) {
  const { ways, id, asked, nudge, onOther, onCopy } = props
  const { rep } = useSession()
  const { value, problem, again } = asked
  if (rep === null) return <NoRep ways={ways} />
  if (value === null) return <NotThere problem={problem} onAgain={again} />
  return (
    <Page
      dock={
        nudge === null ? null : (
          <Dock>
            <Button icon='copy' words='复制这段话' onTap={onCopy} />
          </Dock>
        )
      }
    >
      {problem === null ? null : (
        <View className='rep-problem'>
          <Banner level='offline' title='没能更新' text={`${problem} 下面是刚才看到的。`} onTap={again} />
        </View>
      )}
      <MerchantTop detail={value} />
      {nudge === null ? null : <NudgeCard nudge={nudge} onOther={onOther} />}
      <MerchantPhotos merchant={id} photos={value.photos} ways={ways} />
      <Later>
        <MerchantStates detail={value} />
        <MerchantStages stages={value.stages} />
        <MerchantNote key={id} merchant={id} note={value.note} />
      </Later>
    </Page>
  )
}

function NotThere({ problem, onAgain }: { readonly problem: string | null; readonly onAgain: () => void }) {
  return (
    <Page>
      {problem === null ? (
        <SkeletonList rows={5} />
      ) : (
        <Empty
          icon='caution'
          title='没能打开这家商户'
          text={`${problem} 他也可能不再让你看进度了。`}
          action={{ words: '再试一次', onTap: onAgain }}
        />
      )}
    </Page>
  )
}
