/** The small parts of which the files' schemas are made. */
import { z } from 'zod'
import type { Condition, PermitRule } from '#domain/content/types'
import type { AnySourceId } from '#domain/content/sources'

/** Private use, unassigned, lone surrogates, control characters, and what reverses the reading direction. */
const strange = /[\p{Co}\p{Cn}\p{Cs}\p{Cc}\u202a-\u202e\u2066-\u2069\ufeff]/u

/** What is wrong with a text, or null. `max`: UTF-16 characters. */
export function textFault(text: string, max: number): string | null {
  if (text.trim() === '') return '不能是空的'
  if (text !== text.trim()) return '前后不要有空格'
  const [sign] = strange.exec(text) ?? []
  if (sign !== undefined) {
    const code = (sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
    return `里面有一个手机上显示不出来的字符（U+${code}），删掉它；要换行就分成两句`
  }
  return text.length > max ? `太长，最多 ${max} 个字，现在 ${text.length} 个` : null
}

export const text = (max: number) =>
  z.string().superRefine((value, context) => {
    const reason = textFault(value, max)
    if (reason !== null) context.addIssue({ code: 'custom', message: reason })
  })

/** An id of the operator's own: with its prefix it never meets one of ours, also not one of a later version. */
export const ownId = z
  .string()
  .regex(/^op-[a-z0-9-]{1,37}$/, '编号要以 op- 开头，后面只用小写字母、数字和短横线，最多 40 个字符')
/** An id inside a piece, or one of ours. */
export const id = z.string().regex(/^[a-z0-9-]{1,40}$/, '编号只用小写字母、数字和短横线，最多 40 个字符')

const isDay = (value: string) =>
  /^20\d\d-\d\d-\d\d$/.test(value) &&
  !Number.isNaN(Date.parse(value)) &&
  new Date(value).toISOString().startsWith(value)
export const day = z.string().refine(isDay, '日期要写成 2026-11-21 这样，而且真有这一天')

const isWebAddress = (value: string) => /^https?:\/\//.test(value) && URL.canParse(value)
export const webAddress = z.string().max(200).refine(isWebAddress, '要写完整的网址，以 https:// 开头')

const sourceId = z
  .string()
  .regex(
    /^[a-z0-9-]{1,40}$/,
    '出处要写编号：我们的编号，或者 sources.json 里以 op- 开头的',
  ) as unknown as z.ZodType<AnySourceId>
export const sources = z.tuple([sourceId], sourceId)

export const guideId = z.enum([
  'register-service-account',
  'certify-service-account',
  'reuse',
  'register-standalone',
  'finish-setup',
])
const questionId = z.enum(['subject', 'service-account', 'wants-service-account', 'industry'])

export const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union(
    [
      z.strictObject({ answer: questionId, in: z.array(id).min(1) }),
      z.strictObject({ guide: guideId }),
      z.strictObject({ permits: z.literal('needed') }),
      z.strictObject({ all: z.array(condition).min(1) }),
      z.strictObject({ any: z.array(condition).min(1) }),
      z.strictObject({ not: condition }),
    ],
    '这个条件认不出来：写 answer 加 in、guide、permits、all、any 或 not，一次只写一种',
  ),
)

export const permitRule: z.ZodType<PermitRule> = z.lazy(() =>
  z.union(
    [
      z.strictObject({ permit: id, scope: text(40).exactOptional() }),
      z.strictObject({ any: z.array(permitRule).min(1) }),
      z.strictObject({ all: z.array(permitRule).min(1) }),
    ],
    '这条规则认不出来：写 permit、any 或 all，一次只写一种',
  ),
)

export const check = z.enum([
  'credit-code',
  'food-operation-permit',
  'food-production-permit',
  'email',
  'account-name',
  'introduction',
  'phone',
  'app-id',
])

export const caution = z.strictObject({ level: z.enum(['info', 'caution', 'stop']), title: text(24), text: text(90) })

/** `add` new ones, `change` ours by id, `remove` ours by id. */
export const changes = <Add extends z.ZodType, Change extends z.ZodType>(add: Add, change: Change) =>
  z.strictObject({
    add: z.array(add).exactOptional(),
    change: z.array(change).exactOptional(),
    remove: z.array(id).exactOptional(),
  })
