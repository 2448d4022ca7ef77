import type { RepWays } from '../../ports/rep-ways'
import { Empty } from '../../ui/empty'
import { Page } from '../../ui/page'

/** Opened by a link, by somebody who is no rep, or whose role the company has ended. */
export function NoRep({ ways }: { readonly ways: RepWays }) {
  return (
    <Page>
      <Empty
        icon='lock'
        title='这里给业务员用'
        text='先填公司发的绑定码。以前绑过的，可能被公司停用了，问公司要个新的。'
        action={{ words: '填绑定码', onTap: ways.claim }}
      />
    </Page>
  )
}
