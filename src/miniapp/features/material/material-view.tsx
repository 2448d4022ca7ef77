import { View } from '@tarojs/components'
import { useState } from 'react'
import type { PhotoReader } from '../../ports/reader'
import { useApp } from '../../stores/hooks'
import { Button } from '../../ui/button'
import { Dock } from '../../ui/dock'
import { Empty } from '../../ui/empty'
import { Heading } from '../../ui/heading'
import { Page } from '../../ui/page'
import { Cautions, Explain } from './explain'
import { LocalOnly } from './local-only'
import './material.scss'
import { NotNeeded } from './not-needed'
import { Photos } from './photos'
import { StatementList } from './statement-list'
import { TypedPart } from './typed-part'
import { useDock, type Parts } from './use-dock'
import { useFields, type FieldsForm } from './use-fields'
import { useMaterial, type ShownMaterial } from './use-material'
import { useRecognised } from './use-recognised'
import { useStatements } from './use-statements'

interface Props {
  readonly materialId: string
  readonly reader: PhotoReader
}

/** One material, whatever parts it has: photos, texts, choices, statements. */
export function MaterialView({ materialId, reader }: Props) {
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
  return state.state === 'none' ? <NotNeeded state={state} /> : <Needed state={state} reader={reader} />
}

function Needed({ state, reader }: { readonly state: ShownMaterial; readonly reader: PhotoReader }) {
  const { material, fields } = state
  const [editing, setEditing] = useState(false)
  const recognised = useRecognised(material, reader)
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
      {photo ? <PhotoPart state={state} form={form} /> : <Head state={state} />}
      <TypedPart parts={parts} editing={editing} />
      {material.statements ? <StatementList material={material} statements={statements} /> : null}
      {photo ? null : (
        <View className='mat-block apart'>
          <PhotoPart state={state} form={form} />
        </View>
      )}
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

function Head({ state: { material } }: { readonly state: ShownMaterial }) {
  return (
    <View className='mat-head'>
      <Heading level={1}>{material.title}</Heading>
      <View className='note'>{material.why}</View>
    </View>
  )
}

function PhotoPart({ state, form }: { readonly state: ShownMaterial; readonly form: FieldsForm }) {
  if (state.slots.length === 0) return null
  return (
    <View className='mat-photos'>
      <Photos state={state} form={form} />
      <LocalOnly slots={state.slots} />
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
