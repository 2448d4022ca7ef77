/** Everything the rep's pages work with, one set for an app. It lies in the rep's subpackage. */
import type { Reply } from '../../ports/backend'
import type { App } from '../app-context'
import type { SessionStore } from '../session-store'
import { createRepCodes, type RepCodes } from './codes'
import { createMerchantList, type MerchantList } from './list'
import { copyKey } from './list-copy'
import { createMerchantCalls, type MerchantCalls } from './merchant-calls'
import { createOverview, type OverviewCalls } from './overview'

export interface RepStores {
  readonly list: MerchantList
  readonly codes: RepCodes
  readonly merchants: MerchantCalls
  readonly overview: OverviewCalls
}

const made = new WeakMap<App, RepStores>()

export function repStores(app: App): RepStores {
  const known = made.get(app)
  if (known !== undefined) return known
  const { clock, storage, backend } = app
  const session = withRole(app)
  const merchants = createMerchantCalls(session, backend)
  const rep = () => app.session.getState().rep?.id ?? ''
  const list = createMerchantList({ clock, storage, rep, ask: merchants.page })
  const stores = { list, merchants, codes: createRepCodes(session), overview: createOverview(session) }
  made.set(app, stores)
  return stores
}

/** A role that the company has ended is ended here too: the login says who one is. */
const withRole = ({ session, storage }: App): Pick<SessionStore, 'call'> => ({
  async call<T>(action: string, body: object): Promise<Reply<T>> {
    const reply = await session.call<T>(action, body)
    if (!reply.ok && reply.need === 'rep') {
      storage.remove(copyKey)
      void session.relogin()
    }
    return reply
  },
})
