import { Text, View, type ViewProps } from '@tarojs/components'
import type { RepWays } from '../../ports/rep-ways'
import { useMinute } from '../../stores/hooks'
import type { Asked } from '../../stores/rep/hooks'
import { useOverview, spans, type SpanId } from '../../stores/rep/overview-hooks'
import type { Overview, Part } from '../../stores/rep/overview'
import { useSession } from '../../stores/session-hooks'
import { dateWords } from '../../stores/words'
import { aria } from '../../ui/aria'
import { Empty } from '../../ui/empty'
import { Page } from '../../ui/page'
import { Pressable } from '../../ui/pressable'
import { Section } from '../../ui/section'
import { SkeletonList } from '../../ui/skeleton'
import { FunnelChart, FunnelColumns, funnelWords } from './funnel-chart'
import { NoRep } from './no-rep'
import './rep.scss'
import './overview.scss'

const group = aria({ role: 'radiogroup', label: '看哪段时间加入的' }) as ViewProps

/** Today's figures, and where merchants are lost on the way. */
export function OverviewView({ ways }: { readonly ways: RepWays }) {
  const { rep } = useSession()
  const { asked, span, setSpan } = useOverview()
  if (rep === null) return <NoRep ways={ways} />
  return (
    <Page>
      <View className='segments' {...group}>
        {spans.map(({ id, words }) => (
          <Pressable
            key={id}
            className={id === span ? 'segment is-on' : 'segment'}
            onTap={() => setSpan(id)}
            aria={{ role: 'radio', checked: id === span, label: words }}
          >
            {words}
          </Pressable>
        ))}
      </View>
      <Shown asked={asked} span={span} />
    </Page>
  )
}

function Shown({ asked: { value, problem, again }, span }: { readonly asked: Asked<Overview>; readonly span: SpanId }) {
  const now = useMinute()
  if (value === null)
    return problem === null ? (
      <View className='rep-chart-bones'>
        <SkeletonList rows={5} />
      </View>
    ) : (
      <Empty icon='chart' title='没能算出来' text={problem} action={{ words: '再试一次', onTap: again }} />
    )
  const { figures: today, all, codes } = value
  const weeks = value.weeks.filter(({ funnel: [joined = 0] }) => joined > 0)
  const nobody = (all[0] ?? 0) === 0
  return (
    <View>
      <Section title='今天' />
      <Today today={today} />
      <Section title='走到哪一步' note={spans.find(({ id }) => id === span)?.note} />
      {nobody ? (
        <Empty icon='chart' title='这段时间没有人加入' text='换个长一点的时间看看，或者多发发你的码。' />
      ) : (
        <FunnelChart funnel={all} />
      )}
      {nobody || codes.length < 2 ? null : <Parts title='按码看' parts={codes} />}
      {nobody || weeks.length < 2 ? null : <Parts title='按加入的那一周看' parts={weeks.map(inWords(now))} />}
    </View>
  )
}

const figures = [
  { id: 'joined', words: '新加入' },
  { id: 'active', words: '来办过' },
  { id: 'stuck', words: '卡住了' },
  { id: 'ending', words: '三天内到期' },
] as const

function Today({ today }: { readonly today: Overview['figures'] }) {
  return (
    <View className='card rep-figures'>
      {figures.map(({ id, words }) => (
        <View key={id} className='rep-figure'>
          <Text className={id === 'stuck' && today.stuck > 0 ? 'rep-figure-count red' : 'rep-figure-count'}>
            {today[id]}
          </Text>
          <Text className='note'>{words}</Text>
        </View>
      ))}
    </View>
  )
}

/** A week by its Monday: 「11 月 30 日那周」. */
const inWords =
  (now: number) =>
  (part: Part): Part => ({ ...part, name: `${dateWords(Date.parse(`${part.id}T00:00:00+08:00`), now)}那周` })

function Parts({ title, parts }: { readonly title: string; readonly parts: readonly Part[] }) {
  return (
    <View>
      <Section title={title} />
      <View className='list'>
        {parts.map(({ id, name, funnel }) => (
          <PartLine key={id} name={name} funnel={funnel} />
        ))}
      </View>
    </View>
  )
}

function PartLine({ name, funnel }: Omit<Part, 'id'>) {
  const props = { className: 'row', ...aria({ role: 'img', label: `${name}，${funnelWords(funnel)}` }) } as ViewProps
  return (
    <View {...props}>
      <View className='grow'>
        <Text className='title'>{name}</Text>
        <Text className='sub'>{`加入\u00a0${funnel[0] ?? 0}\u00a0家，办完\u00a0${funnel[funnel.length - 1] ?? 0}\u00a0家`}</Text>
      </View>
      <FunnelColumns funnel={funnel} />
    </View>
  )
}
