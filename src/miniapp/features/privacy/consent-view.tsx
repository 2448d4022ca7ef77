import { useState } from 'react'
import { useApp } from '../../stores/hooks'
import { useSessionActions } from '../../stores/session-hooks'
import { Button } from '../../ui/button'
import { Agreement } from './agreement'
import { keeper } from './keeper'

const facts = [
  {
    icon: 'checklist',
    head: '存什么',
    text: '你选的答案、填的文字、打的勾。银行账号只留在这台手机里，密码和身份证号从不记。',
  },
  { icon: 'phone', head: '做什么', text: '换手机不丢，两个人能一起办，没网时填的有网再存。' },
  { icon: 'clock', head: '存多久', text: '办完 90 天后自动删除，你也可以随时一键全删。' },
  ...keeper,
] as const

/** Asked once, after the questions: may the answers be kept in the cloud? 「先不用」 keeps all on the phone. */
export function ServiceConsentView() {
  const { navigator } = useApp()
  const { consent } = useSessionActions()
  const [problem, setProblem] = useState<string | null>(null)
  const agree = async () => {
    const outcome = await consent('service', true)
    if (outcome.ok) navigator.guides()
    else setProblem(outcome.message)
  }
  return (
    <Agreement
      title='把进度存一份到云端？'
      lede='不存也能照常用，只是换了手机要重填。'
      facts={facts}
      problem={problem === null ? null : { title: '还没存上', text: `${problem} 你填的都在手机里，没有丢。` }}
    >
      <Button words='同意，存一份' onTap={() => void agree()} />
      <Button kind='text quiet' words='先不用，只留在这台手机里' onTap={navigator.guides} />
    </Agreement>
  )
}
