import { useShareAppMessage } from '@tarojs/taro'
import { QuestionsView } from '../../../features/questions/questions-view'
import { useApp } from '../../../stores/hooks'
import { useSession } from '../../../stores/session-hooks'
import { useShareCard } from '../../../stores/use-share-card'

export default function QuestionsPage() {
  useShareAppMessage(useShareCard({ title: '答 4 个问题，看你该怎么办小程序' }))
  const { navigator } = useApp()
  const { inviter, joined, consents } = useSession()
  const done = (eligible: boolean) => {
    if (!eligible) navigator.notEligible()
    else if (inviter && !joined) navigator.join(inviter.scene)
    else if (!consents.service) navigator.consents()
    else navigator.guides()
  }
  return <QuestionsView onDone={done} />
}
