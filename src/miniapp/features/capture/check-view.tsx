import { View } from '@tarojs/components'
import { useCallback, useRef } from 'react'
import { useApp, useDraftPhoto } from '../../stores/hooks'
import { Banner } from '../../ui/banner'
import { Empty } from '../../ui/empty'
import { Page } from '../../ui/page'
import { PhotoSlot } from '../../ui/photo-slot'
import { Row } from '../../ui/row'
import { StateMark } from '../../ui/state-mark'
import './capture.scss'
import { CheckDock } from './check-dock'
import { DocumentsConsent } from './documents-consent'
import { findingsOf, type Finding, type Measured } from './findings'
import { Gone } from './gone'
import { useChoose, type Choosing } from './use-choose'
import { useKeep } from './use-keep'
import { useSubject, type CaptureSubject } from './use-subject'

interface Props {
  readonly materialId: string
  readonly slotId: string
}

/** The photo just taken, what the phone found, keep or take again. */
export function CheckView({ materialId, slotId }: Props) {
  const { navigator } = useApp()
  const subject = useSubject(materialId, slotId)
  const draft = useLastDraft()
  const stay = useCallback(() => undefined, [])
  const choosing = useChoose(slotId, stay)
  if (!subject) return <Gone />
  if (!draft || draft.slot !== slotId) {
    const again = { words: '去拍照', onTap: () => navigator.shoot(materialId, slotId) }
    return (
      <Page>
        <Empty icon='camera' title='还没有照片' text='刚才那张没有留下来，再拍一张就行。' action={again} />
      </Page>
    )
  }
  return <Checked subject={subject} draft={draft} choosing={choosing} />
}

/** The draft is handed over when it is kept; the page shows it until it is left, or until that has failed. */
function useLastDraft() {
  const draft = useDraftPhoto()
  const last = useRef(draft)
  if (draft) last.current = draft
  return last.current
}

interface CheckedProps {
  readonly subject: CaptureSubject
  readonly draft: Measured & { readonly path: string }
  readonly choosing: Choosing
}

function Checked({ subject, draft, choosing }: CheckedProps) {
  const { device } = useApp()
  const keeping = useKeep(subject.slot)
  const findings = findingsOf(draft, subject)
  const warning = findings[0]?.warning
  return (
    <Page
      dock={<CheckDock warned={warning !== undefined} choosing={choosing} busy={keeping.busy} onKeep={keeping.keep} />}
    >
      <Problem choosing={choosing} failure={keeping.failure} />
      <View className='check-photo'>
        <PhotoSlot
          shape={subject.shape}
          look={choosing.busy ? 'busy' : 'plain'}
          label={`刚拍的${subject.slot.label}`}
          words='点开看大图'
          icon='zoom'
          path={draft.path}
          large
          onTap={() => void device.preview([draft.path], draft.path)}
        />
      </View>
      <View className='title-1 check-title'>{warning ? warning.title : '大小合格，再看一眼'}</View>
      <View className='note check-lede'>{warning ? warning.text : `点开照片放大看看：${selfCheck(subject)}`}</View>
      <View className='list'>
        {findings.map((finding) => (
          <FindingRow key={finding.id} finding={finding} />
        ))}
      </View>
      {keeping.asking ? <DocumentsConsent {...keeping.asking} busy={keeping.busy} /> : null}
    </Page>
  )
}

const selfCheck = ({ shape }: CaptureSubject) =>
  shape === 'square' ? '图清不清楚，重要的在不在中间。' : '字清不清楚，四个角在不在，有没有反光。'

function FindingRow({ finding }: { readonly finding: Finding }) {
  return (
    <Row
      className='check-row'
      mark={<StateMark mark={finding.warning ? 'warn' : 'done'} />}
      title={finding.name}
      value={finding.words}
      valueClass={finding.warning ? 'warn' : ''}
    />
  )
}

function Problem({ choosing, failure }: { readonly choosing: Choosing; readonly failure: string | null }) {
  const { refusal } = choosing
  if (!refusal && failure === null) return null
  return (
    <View className='check-problem'>
      <Banner
        level='caution'
        title={refusal ? refusal.title : '这张还没存下来'}
        text={refusal ? refusal.text : (failure ?? '')}
      />
    </View>
  )
}
