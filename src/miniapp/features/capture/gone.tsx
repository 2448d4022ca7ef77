import { useApp } from '../../stores/hooks'
import { Empty } from '../../ui/empty'
import { Page } from '../../ui/page'

/** The answers were changed meanwhile, or the address is an old one. */
export function Gone() {
  const { navigator } = useApp()
  return (
    <Page>
      <Empty
        icon='checklist'
        title='这张照片现在用不上了'
        text='你的回答改过，清单也跟着变了。以前拍的都还在。'
        action={{ words: '看材料清单', onTap: navigator.checklist }}
      />
    </Page>
  )
}
