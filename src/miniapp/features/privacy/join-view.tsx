import { useEffect, useState } from 'react'
import { useApp } from '../../stores/hooks'
import { useSession, useSessionActions } from '../../stores/session-hooks'
import { isRep, type Inviter, type Rep } from '../../stores/session-record'
import { Button } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { Page } from '../../ui/page'
import { Agreement } from './agreement'

const factsFor = (name: string) => [
  { icon: 'eye', head: `${name}看得到`, text: '店名、办到第几步、快到期的日子。' },
  { icon: 'lock', head: `${name}看不到`, text: '你填的内容和拍的照片。照片要另外打开开关才看得到。' },
  { icon: 'upload', head: '要先存一份到云端', text: '你选的答案、填的文字、打的勾。办完 90 天后自动删除。' },
  { icon: 'close', head: '随时能关', text: '在「我的」里一点就关，关了对方马上看不到。' },
]

interface Props {
  readonly scene: string
}

type Outcome = { readonly ok: true } | { readonly ok: false; readonly message: string }

/** Names the rep and the company, says what they will see, and asks; somebody who has a rep, whether to move. */
export function JoinView({ scene }: Props) {
  const { navigator } = useApp()
  const { inviter, inviteRevoked, invitedBy } = useSession()
  const actions = useSessionActions()
  const { openInvite } = actions
  const [problem, setProblem] = useState<string | null>(null)
  /** Whom the merchant has joined on another phone. */
  const [elsewhere, setElsewhere] = useState<Rep | null>(null)
  useEffect(() => {
    if (scene !== '') openInvite(scene)
  }, [openInvite, scene])

  if (!inviter) return <Unknown revoked={inviteRevoked} onHome={navigator.home} />
  const before = otherThan(inviter, elsewhere ?? invitedBy)
  const join = async (): Promise<Outcome> => {
    const reply = await actions.join(scene, before !== null)
    if (!reply.ok && reply.error === 'conflict' && isRep(reply.rep)) setElsewhere(reply.rep)
    return reply
  }
  const agree = async () => {
    const service = () => actions.consent('service', true)
    const share = () => actions.consent('share-progress', true)
    for (const step of [service, share, join]) {
      const outcome = await step()
      if (!outcome.ok) return setProblem(outcome.message)
    }
    navigator.guides()
  }
  const { name, company } = inviter
  return (
    <Agreement
      title={before ? `改由${name}跟进？` : `让${name}看到你的进度？`}
      lede={
        before
          ? `${company}的业务员。现在跟进你的是${before.company}的${before.name}，换了以后他就看不到你了。`
          : `${company}的业务员。你卡住了，能早点来帮你。`
      }
      facts={factsFor(name)}
      problem={problem === null ? null : { title: '还没成', text: `${problem} 你填的都在手机里，没有丢。` }}
    >
      <Button words={before ? `同意，换成${name}` : `同意，让${name}看到进度`} onTap={() => void agree()} />
      <Button kind='text quiet' words={before ? `不换，还是${before.name}` : '先不用'} onTap={navigator.guides} />
    </Agreement>
  )
}

/** The rep who was joined, unless it is the very one who invites. */
const otherThan = ({ name, company }: Inviter, joined: Rep | null): Rep | null =>
  joined === null || (joined.name === name && joined.company === company) ? null : joined

function Unknown({ revoked, onHome }: { readonly revoked: boolean; readonly onHome: () => void }) {
  return (
    <Page>
      <Empty
        icon='qr'
        title={revoked ? '这个邀请码已失效' : '正在看是谁的码'}
        text='照样可以用，只是没有业务员能看到你的进度。'
        action={{ words: '回首页', onTap: onHome }}
      />
    </Page>
  )
}
