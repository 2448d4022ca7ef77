import { View } from '@tarojs/components'
import { useCallback, useMemo } from 'react'
import type { Material } from '#domain/content/types'
import type { Progress } from '#domain/progress'
import { useApp, useEntries, useProgress } from '../../stores/hooks'
import { useGo } from '../../stores/use-go'
import { Button } from '../../ui/button'
import { Dock } from '../../ui/dock'
import { Empty } from '../../ui/empty'
import { Heading } from '../../ui/heading'
import { Page } from '../../ui/page'
import { Ring } from '../../ui/ring'
import { Section } from '../../ui/section'
import './checklist.scss'
import { ItemRow } from './item-row'
import { rowOf, type ChecklistRow } from './rows'
import { urgentOf, type Urgent } from './urgent'

/** What to have ready, and the most urgent of it by name. */
export function ChecklistView() {
  const progress = useProgress()
  const urgent = useMemo(() => urgentOf(progress), [progress])
  const open = useOpen(progress)
  if (progress.next.kind === 'not-eligible') return <NotYet />
  return (
    <Page
      dock={
        <Dock>
          <Button
            {...(urgent.kind === 'photo' ? { icon: 'camera' } : {})}
            words={urgent.words}
            onTap={() => open(urgent)}
          />
        </Dock>
      }
    >
      <Top progress={progress} />
      <Groups progress={progress} />
    </Page>
  )
}

function useOpen(progress: Progress): (urgent: Urgent) => void {
  const { navigator } = useApp()
  const go = useGo()
  return (urgent) => {
    if (urgent.kind === 'questions') navigator.questions()
    else if (urgent.kind === 'photo') navigator.shoot(urgent.material, urgent.slot)
    else if (urgent.kind === 'material') navigator.material(urgent.material)
    else go(progress.next)
  }
}

function Top({ progress }: { readonly progress: Progress }) {
  const { materialsDone: done, materialsTotal: total, materials, plan } = progress
  const redo = materials.filter((one) => one.state === 'redo').length
  const words = done === total ? `${total} 样都备好了` : `备好 ${done} 样，还差 ${total - done} 样`
  const under =
    plan.open.length > 0
      ? '回答完问题，会只剩你要备的'
      : redo > 0
        ? `有 ${redo} 样要重拍`
        : '做到哪儿都记着，可以分几天备'
  return (
    <View className='list-top'>
      <Ring size={60} width={6} done={done} total={total} label={words} />
      <View className='grow'>
        <Heading level={2}>{words}</Heading>
        <View className='note'>{under}</View>
      </View>
    </View>
  )
}

const groups: readonly { readonly id: Material['group']; readonly title: string }[] = [
  { id: 'photo', title: '拍照' },
  { id: 'text', title: '填写' },
  { id: 'confirm', title: '确认' },
]

function Groups({ progress }: { readonly progress: Progress }) {
  const { navigator } = useApp()
  const entries = useEntries()
  const rows = useMemo(() => new Map(groups.map(({ id }) => [id, rowsOf(progress, id, entries)])), [progress, entries])
  const open = useCallback((id: string) => navigator.material(id), [navigator])
  return (
    <View>
      {groups.map(({ id, title }) => (
        <View key={id} className='list-group'>
          <Section title={title} />
          <View className='list'>
            {rows.get(id)?.map((row) => (
              <ItemRow key={row.id} {...row} onOpen={open} />
            ))}
          </View>
        </View>
      ))}
    </View>
  )
}

/** What does not apply comes last in its group. */
function rowsOf(
  progress: Progress,
  group: Material['group'],
  entries: ReturnType<typeof useEntries>,
): readonly ChecklistRow[] {
  const mine = progress.materials.filter((one) => one.material.group === group)
  const last = (state: string) => (state === 'none' ? 1 : 0)
  return [...mine]
    .sort((a, b) => last(a.state) - last(b.state))
    .map((state) => rowOf(state, entries, progress.deadlines))
}

function NotYet() {
  const { navigator } = useApp()
  return (
    <Page>
      <Empty
        icon='licence'
        title='先办一张营业执照'
        text='个人还不能办电商小程序。有了执照，这里会列出要备的东西。'
        action={{ words: '看看怎么办', onTap: navigator.notEligible }}
      />
    </Page>
  )
}
