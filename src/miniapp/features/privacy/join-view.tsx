import { useEffect, useState } from 'react'
import { useApp } from '../../stores/hooks'
import { useSession, useSessionActions } from '../../stores/session-hooks'
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

/** Names the rep and the company, says what they will see, and asks. */
export function JoinView({ scene }: Props) {
  const { navigator } = useApp()
  const { inviter, inviteRevoked } = useSession()
  const actions = useSessionActions()
  const { openInvite } = actions
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => {
    if (scene !== '') openInvite(scene)
  }, [openInvite, scene])

  const run = async (steps: readonly (() => Promise<{ ok: true } | { ok: false; message: string }>)[]) => {
    for (const step of steps) {
      const outcome = await step()
      if (!outcome.ok) return setProblem(outcome.message)
    }
    navigator.guides()
  }
  const service = () => actions.consent('service', true)
  const share = () => actions.consent('share-progress', true)

  if (!inviter) {
    return (
      <Page>
        <Empty
          icon='qr'
          title={inviteRevoked ? '这个邀请码已失效' : '正在看是谁的码'}
          text='照样可以用，只是没有业务员能看到你的进度。'
          action={{ words: '回首页', onTap: navigator.home }}
        />
      </Page>
    )
  }
  return (
    <Agreement
      title={`让${inviter.name}看到你的进度？`}
      lede={`${inviter.company}的业务员。你卡住了，能早点来帮你。`}
      facts={factsFor(inviter.name)}
      problem={problem === null ? null : { title: '还没成', text: `${problem} 你填的都在手机里，没有丢。` }}
    >
      <Button
        words={`同意，让${inviter.name}看到进度`}
        onTap={() => void run([service, share, () => actions.join(scene)])}
      />
      <Button kind='text quiet' words='先不用' onTap={navigator.guides} />
    </Agreement>
  )
}
