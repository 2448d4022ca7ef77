/** Rules that look at more than one entry. */
import { mailboxOf } from './checks/email'
import { failed, passed, type CheckPassed, type CheckResult } from './checks/result'
import type { Answers, FieldOutline, MaterialOutline, QuestionId } from './content/types'
import { keyOf, type Entries } from './entries'
import { routeIdOf } from './route-id'

const mailboxes = ['email-service-account', 'email-mini-program'] as const
const mailboxField = 'address'

const textOf = (entries: Entries, key: string) => {
  const value = entries.get(key)
  return typeof value === 'string' ? value : undefined
}

function routeIn(entries: Entries) {
  const answers: { [question in QuestionId]?: string } = {}
  for (const question of ['subject', 'service-account', 'wants-service-account'] as const) {
    const answer = textOf(entries, keyOf.answer(question))
    if (answer !== undefined) answers[question] = answer
  }
  return routeIdOf(answers satisfies Answers)
}

/**
 * One mailbox, one account (screens of 2026-06, both source guides). A merchant who does not want a
 * service account any more may use the mailbox once meant for it.
 */
function takenMailbox(material: MaterialOutline, field: FieldOutline, value: string, entries: Entries): boolean {
  if (field.id !== mailboxField || !mailboxes.some((id) => id === material.id)) return false
  if (routeIn(entries) === 'standalone') return false
  const others = mailboxes.filter((id) => id !== material.id).map((id) => textOf(entries, keyOf.text(id, mailboxField)))
  return others.some((other) => other !== undefined && mailboxOf(other) === mailboxOf(value))
}

/** A sole trader registered as a company pays the company's fee and files with the wrong type. */
function subjectWarnings(
  material: MaterialOutline,
  field: FieldOutline,
  value: string,
  entries: Entries,
): readonly string[] {
  if (material.id !== 'business-licence' || field.id !== 'code') return []
  const subject = textOf(entries, keyOf.answer('subject'))
  if (subject === 'company' && value.startsWith('92'))
    return ['92 开头的是个体工商户，可第一题选的是「企业」，回去改一下。']
  if (subject === 'sole-trader' && value.startsWith('91'))
    return ['91 开头的是企业，可第一题选的是「个体工商户」，回去改一下。']
  return []
}

export function crossCheck(
  material: MaterialOutline,
  field: FieldOutline,
  result: CheckPassed,
  entries: Entries,
): CheckResult {
  if (takenMailbox(material, field, result.value, entries)) return failed('taken', '两个账号要用不同的邮箱')
  const more = subjectWarnings(material, field, result.value, entries)
  return more.length === 0 ? result : passed(result.value, [...(result.warnings ?? []), ...more])
}
