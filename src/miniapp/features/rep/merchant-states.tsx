import { View } from '@tarojs/components'
import { useState } from 'react'
import type { GuideProgress, Item, MerchantDetail } from '../../stores/rep/merchant-detail'
import { Row } from '../../ui/row'
import { Section } from '../../ui/section'
import { StateMark, type Mark } from '../../ui/state-mark'

/** Materials and steps as the merchant has them: states only, nothing of what was typed. */
export function MerchantStates({ detail: { materials, guides } }: { readonly detail: MerchantDetail }) {
  const missing = materials.filter(({ state }) => state === 'todo' || state === 'redo')
  const rest = materials.filter(({ state }) => state === 'done' || state === 'none')
  return (
    <View>
      {missing.length === 0 ? null : (
        <View>
          <Section title={`还差\u00a0${missing.length}\u00a0样`} />
          <Items items={missing} />
        </View>
      )}
      {rest.length === 0 ? null : <Ready items={rest} />}
      {guides.length === 0 ? null : <Section title='步骤' />}
      {guides.length === 0 ? null : (
        <View className='list'>
          {guides.map((guide) => (
            <Guide key={guide.id} guide={guide} />
          ))}
        </View>
      )}
    </View>
  )
}

const stateWords = { todo: '还没有', done: '已备好', redo: '要重拍', none: '不适用' } as const

function Items({ items }: { readonly items: readonly Item[] }) {
  return (
    <View className='list'>
      {items.map(({ id, title, state }) => (
        <Row key={id} mark={<StateMark mark={state} />} title={title} value={stateWords[state]} />
      ))}
    </View>
  )
}

/** What is there already, folded away. */
function Ready({ items }: { readonly items: readonly Item[] }) {
  const [open, setOpen] = useState(false)
  const done = items.filter(({ state }) => state === 'done').length
  return (
    <View className='rep-ready'>
      <View className='list'>
        <Row
          title={`备好\u00a0${done}\u00a0样`}
          go={open ? 'up' : 'down'}
          aria={{ expanded: open }}
          onTap={() => setOpen(!open)}
        />
        {open
          ? items.map(({ id, title, state }) => (
              <Row key={id} mark={<StateMark mark={state} />} title={title} value={stateWords[state]} />
            ))
          : null}
      </View>
    </View>
  )
}

const markOf = ({ done, total }: GuideProgress): Mark => (done === 0 ? 'todo' : done >= total ? 'done' : 'now')

function Guide({ guide }: { readonly guide: GuideProgress }) {
  const [open, setOpen] = useState(false)
  const { title, done, total, steps } = guide
  return (
    <View className='rep-guide'>
      <Row
        mark={<StateMark mark={markOf(guide)} />}
        title={title}
        value={`${done}\u00a0/\u00a0${total}\u00a0步`}
        go={open ? 'up' : 'down'}
        aria={{ expanded: open }}
        onTap={() => setOpen(!open)}
      />
      {open
        ? steps.map((step) => (
            <Row
              key={step.id}
              className='rep-step'
              mark={<StateMark mark={step.state} />}
              title={step.title}
              titleClass={step.state === 'done' ? '' : 'note'}
            />
          ))
        : null}
    </View>
  )
}
