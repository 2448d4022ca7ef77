import { useState } from 'react'
import { useApp } from '../../stores/hooks'
import { useSessionActions } from '../../stores/session-hooks'
import { Button } from '../../ui/button'
import { Agreement } from './agreement'

const facts = [
  { icon: 'phone', head: '两台设备一起办', text: '哪边填了、勾了，另一边也看得到。' },
  { icon: 'lock', head: '链接就是钥匙', text: '拿到它的人能看到你填的内容，别转给别人。' },
] as const

/** The web version on a second device: the link from the first one opens the same entries. */
export function ResumeView({ secret }: { readonly secret: string }) {
  const { navigator } = useApp()
  const { takeOver } = useSessionActions()
  const [problem, setProblem] = useState<string | null>(null)
  const start = async () => {
    const outcome = await takeOver(secret)
    if (outcome.ok) navigator.home()
    else setProblem(outcome.message)
  }
  return (
    <Agreement
      title='把你的进度接到这台设备？'
      lede='云端存的那一份会显示在这里。'
      facts={facts}
      problem={problem === null ? null : { title: '还没接上', text: problem }}
    >
      <Button words='在这台设备接着办' onTap={() => void start()} />
      <Button kind='text quiet' words='先不用' onTap={navigator.home} />
    </Agreement>
  )
}
