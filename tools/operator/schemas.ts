/** The files of an operator's folder that change what is there: brand, fees, industries, permits, texts. */
import { z } from 'zod'
import { checkAccountName, marksIn } from '#domain/checks/account-name'
import type { Change, Overrides } from '#domain/content/operator-types'
import type { Situation } from '#domain/content/rep'
import type { Fee, FeeNote, Industry, Permit } from '#domain/content/types'
import { changes, check, condition, day, id, ownId, permitRule, sources, text, webAddress } from './basics'
import { tokenNames } from './colours'

/** Longer ones do not fit beside WeChat's capsule. */
const longestName = 9

/** WeChat's rules for names (domain/checks/account-name.ts); its hints count as refusals for advertising words only. */
const productName = text(longestName).superRefine((value, context) => {
  const result = checkAccountName(value)
  if (!result.ok) context.addIssue({ code: 'custom', message: result.message })
})
const shortName = text(6).refine((value) => marksIn(value) === undefined, '不能带微信、腾讯的字样')

const colours = z.partialRecord(
  z.enum(tokenNames),
  z.string().regex(/^#[0-9A-Fa-f]{6}$/, '颜色要写成 #0B5D6B 这样，六位'),
)
const accents = ['accent', 'accent-press', 'accent-wash', 'on-accent'] as const
const wholeAccent = colours.refine(
  (tokens) => [0, accents.length].includes(accents.filter((name) => tokens[name] !== undefined).length),
  `主色的四样要一起写：${accents.join('、')}`,
)

export const brandFile = z.strictObject({
  name: productName,
  shortName: shortName.exactOptional(),
  company: text(30),
  contact: z
    .strictObject({
      phone: z
        .string()
        .regex(/^\+?[0-9][0-9 -]{4,19}$/, '电话只写数字、空格和短横线')
        .exactOptional(),
      wechat: z
        .string()
        .regex(/^[A-Za-z][-_A-Za-z0-9]{5,19}$/, '微信号以字母开头，6–20 个字母、数字、下划线或短横线')
        .exactOptional(),
      hours: text(30).exactOptional(),
    })
    .exactOptional(),
  privacy: z
    .strictObject({
      email: z.email('邮箱写得不对').exactOptional(),
      address: text(50).exactOptional(),
      url: webAddress.exactOptional(),
    })
    .exactOptional(),
  colours: z.strictObject({ light: wholeAccent, dark: wholeAccent }).exactOptional(),
})

const fee = z.strictObject({
  id: ownId,
  label: text(16),
  yuan: z
    .tuple([z.number().min(0).max(100_000), z.number().min(0).max(100_000)])
    .refine(([min, max]) => min <= max, '前一个数不能比后一个大'),
  per: z.enum(['year', 'once']),
  applies: condition,
  payee: text(16).exactOptional(),
  note: text(30).exactOptional(),
  uncertain: text(90).exactOptional(),
  sources,
})
const feeNote = z.strictObject({
  id: ownId,
  title: text(20),
  text: text(120),
  applies: condition.exactOptional(),
  uncertain: text(90).exactOptional(),
  sources,
})

const industry = z.strictObject({
  id: ownId,
  label: text(16),
  group: z.enum(['eat', 'shop', 'life', 'travel', 'health', 'learn', 'car', 'business']),
  category: text(50),
  permits: permitRule.exactOptional(),
  note: text(90).exactOptional(),
  words: z.array(text(30)).exactOptional(),
  uncertain: text(90).exactOptional(),
  sources,
})

const permit = z.strictObject({
  id: ownId,
  title: text(30),
  note: text(60).exactOptional(),
  shape: z.enum(['landscape', 'portrait']),
  check: check.exactOptional(),
  uncertain: text(90).exactOptional(),
  sources,
})

/** Everything may stay as it is, but who changes something says where it is from. JSON has no undefined, so the cast holds. */
const changeOf = <T>(piece: z.ZodObject) => piece.partial().extend({ id, sources }) as unknown as z.ZodType<Change<T>>

export const feesFile = z.strictObject({
  checked: day,
  fees: changes(fee, changeOf<Fee>(fee)).exactOptional(),
  notes: changes(feeNote, changeOf<FeeNote>(feeNote)).exactOptional(),
})
export const industriesFile = changes(industry, changeOf<Industry>(industry))
export const permitsFile = changes(permit, changeOf<Permit>(permit)).omit({ remove: true })

/** `{…}` of our own sentences (domain/content/rep.ts); another would reach the merchant as it stands here. */
const nudge = (...places: readonly string[]) =>
  z
    .tuple([text(120)], text(120))
    .refine((said) => said.length <= 5, '最多 5 句')
    .superRefine((said, context) => {
      for (const [at, sentence] of said.entries()) {
        const strange = sentence.match(/\{[^}]*\}?|\}/g)?.find((place) => !places.includes(place))
        if (strange === undefined) continue
        const may = places.length === 0 ? '这里不能用大括号' : `这里能用的是 ${places.join('、')}`
        context.addIssue({ code: 'custom', path: [at], message: `「${strange}」认不出来，${may}` })
      }
    })

export const nudgesFile = z
  .strictObject({
    questions: nudge(),
    'not-eligible': nudge(),
    material: nudge('{what}'),
    redo: nudge('{what}', '{reason}'),
    step: nudge('{what}'),
    wait: nudge('{what}'),
    deadline: nudge('{what}', '{date}'),
    passed: nudge('{what}'),
    finished: nudge(),
  } satisfies Record<Situation, z.ZodType>)
  .partial() as unknown as z.ZodType<NonNullable<Overrides['nudges']>>

/** What may stand at an address is checked against the content (texts.ts). */
export const textsFile = z.record(
  z.string(),
  z.union([z.string(), z.array(z.string()).min(1)], '要写一句话，或者一列话'),
)
