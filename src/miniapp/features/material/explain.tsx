import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Caution, Material } from '#domain/content/types'
import { Banner } from '../../ui/banner'
import { Button } from '../../ui/button'
import { Row } from '../../ui/row'

const acceptedTitle: Record<Material['group'], string> = {
  photo: '怎样的照片才合格',
  text: '怎样的才行',
  confirm: '怎样才算备好',
}

interface ExplainProps {
  readonly material: Material
  readonly whyShown: boolean
  /** What is accepted is to be read before anything is typed. */
  readonly open: boolean
}

/** Why it is asked for and what exactly is accepted, each behind its line. */
export function Explain({ material, whyShown, open }: ExplainProps) {
  return (
    <View className='list'>
      {whyShown ? null : <Fold title={`为什么要${material.group === 'photo' ? '拍' : '备'}`} lines={[material.why]} />}
      <Fold title={acceptedTitle[material.group]} lines={material.accepted} openFirst={open} />
      {material.uncertain ? <Fold title='还没证实的' lines={[material.uncertain]} /> : null}
    </View>
  )
}

interface FoldProps {
  readonly title: string
  readonly lines: readonly string[]
  readonly openFirst?: boolean
}

function Fold({ title, lines, openFirst = false }: FoldProps) {
  const [open, setOpen] = useState(openFirst)
  return (
    <View className='mat-fold'>
      <Row
        title={title}
        go={open ? 'up' : 'down'}
        aria={{ expanded: open, label: title }}
        onTap={() => setOpen(!open)}
      />
      {open ? (
        <View className='lines'>
          {lines.map((line) => (
            <View key={line} className={lines.length > 1 ? 'line dotted' : 'line'}>
              {line}
            </View>
          ))}
        </View>
      ) : null}
    </View>
  )
}

const rank: Readonly<Record<Caution['level'], number>> = { stop: 0, caution: 1, info: 2 }

/** What cannot be undone comes first; beyond a few, the rest waits behind a line. */
export function Cautions({ cautions, first }: { readonly cautions: readonly Caution[]; readonly first: number }) {
  const [all, setAll] = useState(false)
  const sorted = [...cautions].sort((a, b) => rank[a.level] - rank[b.level])
  const rest = sorted.length - first
  const shown = all || rest <= 1 ? sorted : sorted.slice(0, first)
  return (
    <View className='stack'>
      {shown.map((caution) => (
        <Banner key={caution.title} level={caution.level} title={caution.title} text={caution.text} />
      ))}
      {shown.length < sorted.length ? (
        <Button kind='text' words={`还有 ${rest} 条要留意`} onTap={() => setAll(true)} />
      ) : null}
    </View>
  )
}
