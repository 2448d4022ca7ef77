import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { MaterialState } from '#domain/material-state'
import { useApp } from '../../stores/hooks'
import { Banner } from '../../ui/banner'
import { Button } from '../../ui/button'
import { Dock } from '../../ui/dock'
import { Empty } from '../../ui/empty'
import { Page } from '../../ui/page'
import { Choice } from './choice'
import { Cautions, Explain } from './explain'
import { Fields } from './fields'
import { FilingAdvice } from './filing-advice'
import { LocalOnly } from './local-only'
import './material.scss'
import { Photos } from './photos'
import { RecognisedCard } from './recognised-card'
import { StatementList } from './statement-list'
import { useDock, type Parts } from './use-dock'
import { useFields } from './use-fields'
import { useMaterial } from './use-material'
import { useRecognised } from './use-recognised'
import { useStatements } from './use-statements'

/** One material, whatever parts it has: photos, texts, choices, statements. */
export function MaterialView({ materialId }: { readonly materialId: string }) {
  const { navigator } = useApp()
  const state = useMaterial(materialId)
  if (!state) {
    const back = { words: '看材料清单', onTap: navigator.checklist }
    return (
      <Page>
        <Empty icon='checklist' title='没有这一样' text='可能是旧的链接。要备的都在清单里。' action={back} />
      </Page>
    )
  }
  return state.state === 'none' ? <NotNeeded state={state} /> : <Needed state={state} />
}

function Needed({ state }: { readonly state: MaterialState }) {
  const { material, fields } = state
  const [editing, setEditing] = useState(false)
  const recognised = useRecognised(material)
  const form = useFields(material, fields, recognised.agreed)
  const statements = useStatements(material)
  const fill = () => {
    for (const { field, read, right } of recognised.offers) if (right) form.type(field.id, read)
  }
  const accept = () => {
    recognised.use()
    fill()
  }
  const edit = () => {
    fill()
    setEditing(true)
  }
  const offered = recognised.fresh && !editing && !form.dirty
  const parts: Parts = { state, form, recognised, statements, offered, accept }
  const photo = material.group === 'photo'
  return (
    <Page className='mat' dock={<MaterialDock parts={parts} onEdit={edit} />}>
      {photo ? <PhotoPart state={state} /> : <Head state={state} />}
      <TypedPart parts={parts} editing={editing} />
      {material.statements ? <StatementList material={material} statements={statements} /> : null}
      {photo ? null : <PhotoPart state={state} />}
      <View className='mat-block apart'>
        <Explain material={material} whyShown={!photo} open={material.group === 'text' && state.state !== 'done'} />
      </View>
      {material.cautions ? (
        <View className='mat-block'>
          <Cautions cautions={material.cautions} first={2} />
        </View>
      ) : null}
    </Page>
  )
}

function Head({ state: { material } }: { readonly state: MaterialState }) {
  return (
    <View className='mat-head'>
      <View className='title-1'>{material.title}</View>
      <View className='note'>{material.why}</View>
    </View>
  )
}

function PhotoPart({ state }: { readonly state: MaterialState }) {
  if (state.slots.length === 0) return null
  return (
    <View className='mat-photos'>
      <Photos state={state} />
      <LocalOnly slots={state.slots} />
    </View>
  )
}

/** What the QR code says, then choices, then what is typed. */
function TypedPart({ parts, editing }: { readonly parts: Parts; readonly editing: boolean }) {
  const { state, form, recognised, offered, accept } = parts
  const { material } = state
  const toType = offered
    ? form.fields.filter((one) => recognised.offers.every((offer) => offer.field.id !== one.field.id))
    : form.fields
  return (
    <View>
      {recognised.offers.length > 0 && !(recognised.fresh && editing) ? (
        <RecognisedCard offers={recognised.offers} offered={offered} onUse={accept} />
      ) : null}
      {recognised.reading && !form.dirty ? (
        <Text className='note mat-unread'>传好以后，会试着从执照的二维码读出来；现在自己填也行。</Text>
      ) : null}
      {recognised.unreadable ? <Text className='note mat-unread'>二维码没读出来，照着执照填就行。</Text> : null}
      {state.fields.map((field) =>
        field.input === 'choice' ? <Choice key={field.id} material={material} field={field} /> : null,
      )}
      <FilingAdvice material={material} />
      {toType.length === 0 ? null : <Fields fields={toType} />}
    </View>
  )
}

function MaterialDock({ parts, onEdit }: { readonly parts: Parts; readonly onEdit: () => void }) {
  const { navigator } = useApp()
  const { act, run } = useDock(parts)
  const { material } = parts.state
  return (
    <Dock>
      {act.kind === 'accept' ? <Button kind='secondary' className='aside' words='我来改' onTap={onEdit} /> : null}
      {act.kind === 'shoot' && material.optional ? (
        <Button kind='secondary' className='aside' words='先不备' onTap={navigator.back} />
      ) : null}
      <Button
        words={act.words}
        off={act.kind === 'off'}
        onTap={run}
        {...(act.kind === 'shoot' ? { icon: 'camera' } : {})}
      />
    </Dock>
  )
}

function NotNeeded({ state }: { readonly state: MaterialState }) {
  const { navigator } = useApp()
  const { material } = state
  return (
    <Page
      className='mat'
      dock={
        <Dock>
          <Button kind='secondary' words='知道了' onTap={navigator.back} />
        </Dock>
      }
    >
      <View className='mat-head'>
        <View className='title-1'>{material.title}</View>
      </View>
      <Banner
        level='info'
        title='你这次用不上'
        text={`${material.notApplicable ?? '你的情况不需要'}。以前拍的、填的都还留着。`}
      />
      <View className='mat-block'>
        <Explain material={material} whyShown={false} open={false} />
      </View>
    </Page>
  )
}
