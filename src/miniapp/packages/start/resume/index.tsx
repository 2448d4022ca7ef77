import { useRouter } from '@tarojs/taro'
import { ResumeView } from '../../../features/privacy/resume-view'

export default function ResumePage() {
  const { key = '' } = useRouter().params
  return <ResumeView secret={key} />
}
