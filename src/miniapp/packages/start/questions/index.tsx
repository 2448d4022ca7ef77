import { QuestionsView } from '../../../features/questions/questions-view'
import { useApp } from '../../../stores/hooks'
import { useSession } from '../../../stores/session-hooks'

export default function QuestionsPage() {
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
