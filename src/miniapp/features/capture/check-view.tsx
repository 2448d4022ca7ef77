import { View } from '@tarojs/components'
import { useCallback, useEffect, useRef } from 'react'
import type { DraftPhoto } from '../../stores/draft-photos'
import { useApp, useDraftPhoto } from '../../stores/hooks'
import { Banner } from '../../ui/banner'
import { Empty } from '../../ui/empty'
import { Heading } from '../../ui/heading'
import { Outcome } from '../../ui/outcome'
import { Page } from '../../ui/page'
import { PhotoSlot } from '../../ui/photo-slot'
import { Row } from '../../ui/row'
import { StateMark } from '../../ui/state-mark'
import './capture.scss'
import { CheckDock } from './check-dock'
import { CornersView } from './corners-view'
import { DocumentsConsent } from './documents-consent'
import { findingsOf, type Finding } from './findings'
import { Gone } from './gone'
import { Tools } from './tools'
import { useChoose, type Choosing } from './use-choose'
import { useEdit } from './use-edit'
import { useKeep } from './use-keep'
import { useLook, type Look } from './use-look'
import { useSubject, type CaptureSubject } from './use-subject'

interface Props {
  readonly materialId: string
  readonly slotId: string
  readonly replacing: string | undefined
}

/** The photo just taken, what the phone found, keep or take again. */
export function CheckView({ materialId, slotId, replacing }: Props) {
  const { navigator, drafts } = useApp()
  const subject = useSubject(materialId, slotId)
  const draft = useLastDraft()
  useEffect(() => void drafts.restore(slotId), [drafts, slotId])
  const stay = useCallback(() => undefined, [])
  const choosing = useChoose(slotId, stay)
  if (!subject) return <Gone />
  if (!draft || draft.slot !== slotId) {
    const again = { words: '去拍照', onTap: () => navigator.shoot(materialId, slotId, replacing) }
    return (
      <Page>
        <Empty icon='camera' title='还没有照片' text='刚才那张没有留下来，再拍一张就行。' action={again} />
      </Page>
    )
  }
  return <Checked subject={subject} draft={draft} choosing={choosing} replacing={replacing} />
}

/** The draft is handed over when it is kept; the page shows it until it is left, or until that has failed. */
function useLastDraft() {
  const draft = useDraftPhoto()
  const last = useRef(draft)
  if (draft) last.current = draft
  return last.current
}

interface CheckedProps extends Pick<Props, 'replacing'> {
  readonly subject: CaptureSubject
  readonly draft: DraftPhoto
  readonly choosing: Choosing
}

function Checked({ subject, draft, choosing, replacing }: CheckedProps) {
  const keeping = useKeep(subject.slot, replacing)
  const look = useLook(draft)
  const edit = useEdit(draft, look?.measures ?? null)
  if (edit.corners) return <CornersView from={edit.corners} busy={edit.busy} onUse={edit.use} onClose={edit.close} />
  const findings = look === null ? [] : findingsOf(draft, look.measures, subject)
  const warned = findings[0]?.warning !== undefined
  const failure = keeping.failure ?? edit.failure
  return (
    <Page dock={<CheckDock warned={warned} choosing={choosing} busy={keeping.busy} onKeep={keeping.keep} />}>
      <Problem choosing={choosing} failure={failure} />
      <Photo subject={subject} draft={draft} busy={choosing.busy || edit.busy} />
      <Tools
        busy={edit.busy || keeping.busy}
        canUndo={draft.before !== null}
        onStraighten={subject.shape === 'square' ? null : () => edit.open('paper')}
        onCrop={() => edit.open('crop')}
        onTurn={edit.turn}
        onUndo={edit.undo}
      />
      <Verdict look={look} findings={findings} subject={subject} />
      {keeping.asking ? <DocumentsConsent {...keeping.asking} busy={keeping.busy} /> : null}
    </Page>
  )
}

function Photo({
  subject,
  draft,
  busy,
}: {
  readonly subject: CaptureSubject
  readonly draft: DraftPhoto
  readonly busy: boolean
}) {
  const { device } = useApp()
  return (
    <View className='check-photo'>
      <PhotoSlot
        shape={subject.shape}
        look={busy ? 'busy' : 'plain'}
        label={`刚拍的${subject.slot.label}`}
        words='点开看大图'
        icon='zoom'
        path={draft.path}
        large
        onTap={() => void device.preview([draft.path], draft.path)}
      />
    </View>
  )
}

interface VerdictProps {
  readonly look: Look | null
  readonly findings: readonly Finding[]
  readonly subject: CaptureSubject
}

function Verdict({ look, findings, subject }: VerdictProps) {
  const warning = findings[0]?.warning
  // Only what was seen is praised: without a paper found, the person looks for themselves.
  const seen = look?.measures?.paper === true && look.measures.sharpness !== null && subject.shape !== 'square'
  const title = look === null ? '正在看清不清楚' : (warning?.title ?? (seen ? '拍得很清楚' : '大小合格，再看一眼'))
  return (
    <View>
      <Heading level={1} className='check-title'>
        {title}
      </Heading>
      <View className='note check-lede'>{warning ? warning.text : `点开照片放大看看：${selfCheck(subject)}`}</View>
      <View className='list'>
        {findings.map((finding) => (
          <FindingRow key={finding.id} finding={finding} />
        ))}
      </View>
    </View>
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
    <Outcome className='check-problem'>
      <Banner
        level='caution'
        title={refusal ? refusal.title : '这张还没存下来'}
        text={refusal ? refusal.text : (failure ?? '')}
      />
    </Outcome>
  )
}
