import { View } from '@tarojs/components'
import { useCallback, useMemo, useState } from 'react'
import type { StepField } from '#domain/content/types'
import { useApp, useEntries, useProgress } from '../../stores/hooks'
import { useReadLicence } from '../../stores/use-licence'
import { Chip } from '../../ui/chip'
import { Row } from '../../ui/row'
import { Section } from '../../ui/section'
import { fieldRows, type FieldRow } from './field-rows'
import { fieldShown, type FieldShown } from './field-shown'
import type { StepPicture } from './step-pictures'
import type { StepPlace } from './use-step'

interface Props {
  readonly place: StepPlace
  readonly pictures: readonly StepPicture[]
}

/** So many quiet fields are shown at once; the rest is a tap away. */
const few = 4

/** The address to open comes first: it is the first thing to type. */
const fieldsOf = ({ step, fields }: StepPlace): readonly StepField[] =>
  step.address ? [{ label: step.address.label, value: { text: step.address.url } }, ...fields] : fields

/**
 * What to type, field by field: the number the picture points at it with, and the merchant's own value.
 * Fields that no picture points at follow, quieter.
 */
export function StepFields({ place, pictures }: Props) {
  const [copied, setCopied] = useState<string | null>(null)
  const [all, setAll] = useState(false)
  const rows = useMemo(() => fieldRows(fieldsOf(place), pictures), [place, pictures])
  const shown = useShown(rows)
  if (rows.length === 0) return null
  const numbered = shown.filter(({ row }) => row.no !== null)
  const first = numbered.length > 0 ? numbered : shown
  const rest = shown.filter((one) => !first.includes(one))
  const more = all || rest.length <= few + 1 ? 0 : rest.length - few
  const draw = ({ row, shows }: Shown, quiet: boolean) => {
    const { label } = row.field
    return <Field key={label} {...{ row, shows, quiet }} copied={copied === label} onCopied={setCopied} />
  }
  return (
    <View>
      <Section title='照着填' note={shown.some(({ shows }) => shows.act === 'copy') ? '点一下就复制' : undefined} />
      <View className='card chips'>{first.map((one) => draw(one, false))}</View>
      {rest.length > 0 ? (
        <View>
          <Section title='图上没标的' note='页面问到再填' />
          <View className='card chips quiet'>{rest.slice(0, rest.length - more).map((one) => draw(one, true))}</View>
          {more > 0 ? (
            <View className='list'>
              <Row title={`还有 ${more} 项`} go='down' onTap={() => setAll(true)} />
            </View>
          ) : null}
        </View>
      ) : null}
    </View>
  )
}

interface Shown {
  readonly row: FieldRow
  readonly shows: FieldShown
}

function useShown(rows: readonly FieldRow[]): readonly Shown[] {
  const { content } = useApp()
  const entries = useEntries()
  const licence = useReadLicence()
  const { materials } = useProgress()
  return useMemo(() => {
    const taken = materials.filter(({ slots }) => slots.some(({ photos }) => photos.length > 0))
    const photographed = new Set(taken.map(({ material }) => material.id))
    const known = { entries, licence, photographed, materials: content.materials }
    return rows.map((row) => ({ row, shows: fieldShown(row.field, known) }))
  }, [rows, content, entries, licence, materials])
}

interface FieldProps {
  readonly row: FieldRow
  readonly shows: FieldShown
  readonly quiet: boolean
  readonly copied: boolean
  readonly onCopied: (label: string) => void
}

const kinds = { copy: 'value', fill: 'empty', look: 'photo', shoot: 'no-photo', none: 'note' } as const

function Field({ row: { no, field }, shows, quiet, copied, onCopied }: FieldProps) {
  const { device, navigator } = useApp()
  const { label, hint } = field
  const act = useCallback(async () => {
    if (shows.act === 'none') return
    if (shows.act !== 'copy') return navigator.material(shows.material)
    if (!(await device.copy(shows.text))) return
    onCopied(label)
    device.copied()
  }, [shows, label, device, navigator, onCopied])
  const read = shows.act === 'copy' && shows.read
  return (
    <Chip
      kind={copied ? 'copied' : kinds[shows.act]}
      no={no}
      quiet={quiet}
      label={label}
      value={read ? `识别到：${shows.text}` : shows.text}
      hint={read ? '从执照照片上读的，还没核对，填之前对一遍执照' : hint}
      mono={shows.act === 'copy' && /^[\x20-\x7e]+$/.test(shows.text)}
      go={shows.act === 'fill' ? '到清单填写' : undefined}
      onTap={act}
    />
  )
}
