import { View } from '@tarojs/components'
import { useState } from 'react'
import { useApp } from '../../stores/hooks'
import type { GuideProgress, Item, MerchantDetail } from '../../stores/rep/merchant-detail'
import { Row } from '../../ui/row'
import { Section } from '../../ui/section'
import { StateMark, type Mark } from '../../ui/state-mark'

/** Materials and steps as the merchant has them: states only, nothing of what was typed. */
export function MerchantStates({ detail: { materials, guides } }: { readonly detail: MerchantDetail }) {
  const { content } = useApp()
  const optional = (id: string) => content.materials.find((one) => one.id === id)?.optional === true
  const isMissing = ({ id, state }: Item) => state === 'redo' || (state === 'todo' && !optional(id))
  const missing = [...materials.filter(isMissing)].sort((a, b) => urgency(b) - urgency(a))
  const rest = materials.filter(({ state }) => state === 'done')
  return (
    <View>
      {missing.length === 0 ? null : (
        <View>
          <Section title={`还差\u00a0${missing.length}\u00a0样`} />
          <Missing items={missing} />
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

const stateWords = { todo: '', done: '已备好', redo: '要重拍', none: '不适用' } as const

const urgency = ({ state }: Item) => (state === 'redo' ? 1 : 0)
/** More of them are folded away. */
const mostShown = 5

const ItemRows = ({ items }: { readonly items: readonly Item[] }) => (
  <>
    {items.map(({ id, title, state }) => (
      <Row key={id} mark={<StateMark mark={state} />} title={title} value={stateWords[state]} />
    ))}
  </>
)

function Missing({ items }: { readonly items: readonly Item[] }) {
  const [open, setOpen] = useState(false)
  const shown = open ? items : items.slice(0, mostShown)
  const left = items.length - shown.length
  return (
    <View className='list'>
      <ItemRows items={shown} />
      {left === 0 ? null : (
        <Row titleClass='link' title={`还有\u00a0${left}\u00a0样`} go='down' onTap={() => setOpen(true)} />
      )}
    </View>
  )
}

/** What is there already, folded away. */
function Ready({ items }: { readonly items: readonly Item[] }) {
  const [open, setOpen] = useState(false)
  return (
    <View className='rep-ready'>
      <View className='list'>
        <Row
          title={`备好\u00a0${items.length}\u00a0样`}
          go={open ? 'up' : 'down'}
          aria={{ expanded: open }}
          onTap={() => setOpen(!open)}
        />
        {open ? <ItemRows items={items} /> : null}
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
        valueClass='keep'
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
