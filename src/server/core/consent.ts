/** consent: what the merchant agreed to, now and in its whole history. */
import { action } from './action'
import { changeMerchant } from './merchants'
import type { ConsentEvent, ConsentKind, Consents, MerchantRecord } from './records'
import { dropNotes, notesAbout } from './notes'
import { dropReminders } from './reminders'
import { refuse } from './reply'
import { consentBody } from './schemas'

/** Enough for years of switching; the oldest answers leave first. */
const maxLog = 200

export const consent = action(consentBody, async ({ ports }, session, { kind, granted, version }) => {
  const consents = await changeMerchant<Consents>(ports, session.merchant, (merchant, now) => {
    const current = merchant.consents[kind]
    if (current?.granted === granted && current.version === version) return { result: merchant.consents }
    const put = withConsent(merchant, { kind, granted, version, at: now })
    return { put, result: put.consents }
  })
  if (consents === null) return refuse('unauthenticated')
  if (kind === 'service' && !granted) await dropReminders(ports.store, session.merchant)
  if (kind === 'share-progress' && !granted) await dropNotes(ports, await notesAbout(ports, session.merchant))
  return { ok: true, consents }
})

function withConsent(merchant: MerchantRecord, event: ConsentEvent): MerchantRecord {
  const { kind, granted, version, at } = event
  return {
    ...merchant,
    consents: { ...merchant.consents, [kind]: { granted, version, at } },
    consentLog: [...merchant.consentLog, event].slice(-maxLog),
  }
}

/** Consents to share were given for one rep by name: they end with that rep. */
export function endConsents(
  merchant: MerchantRecord,
  kinds: readonly ConsentKind[],
  because: NonNullable<ConsentEvent['because']>,
  at: number,
): MerchantRecord {
  return kinds.reduce((changed, kind) => {
    const current = changed.consents[kind]
    if (current?.granted !== true) return changed
    return withConsent(changed, { kind, granted: false, version: current.version, at, because })
  }, merchant)
}
