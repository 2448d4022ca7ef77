/** materials.json and steps.json: what an operator asks for or explains beyond what we do. */
import { z } from 'zod'
import { caution, check, condition, day, guideId, id, ownId, sources, text, webAddress } from './basics'

const choice = z.strictObject({ id, label: text(16), note: text(40).exactOptional() })

const field = z.strictObject({
  id,
  label: text(16),
  hint: text(40).exactOptional(),
  example: text(40).exactOptional(),
  input: z.enum(['text', 'email', 'phone', 'code', 'digits', 'lines', 'choice', 'date']),
  choices: z.array(choice).min(2).exactOptional(),
  check: check.exactOptional(),
  optional: z.literal(true).exactOptional(),
  local: z.literal(true).exactOptional(),
  applies: condition.exactOptional(),
})

const slot = z.strictObject({
  id: ownId,
  label: text(16),
  shape: z.enum(['landscape', 'portrait', 'square']),
  pages: z.literal('many').exactOptional(),
  optional: z.literal(true).exactOptional(),
})

const statement = z.strictObject({ id, text: text(40), note: text(60).exactOptional() })

/** A group's name is what the checklist lists it under, so it must ask for that. */
const asksFor = { photo: ['slots', '照片'], text: ['fields', '填写项'], confirm: ['statements', '要确认的话'] } as const

/** `icons`: the names there are. */
export const materialsFile = (icons: readonly string[]) =>
  z.strictObject({
    add: z.array(
      z
        .strictObject({
          after: id.exactOptional(),
          id: ownId,
          group: z.enum(['photo', 'text', 'confirm']),
          title: text(16),
          summary: text(26),
          icon: z.enum([...icons]).exactOptional(),
          why: text(60),
          accepted: z.array(text(90)).min(1).max(10),
          applies: condition.exactOptional(),
          notApplicable: text(20).exactOptional(),
          optional: z.literal(true).exactOptional(),
          slots: z.array(slot).min(1).max(6).exactOptional(),
          fields: z.array(field).min(1).max(8).exactOptional(),
          statements: z.array(statement).min(1).max(6).exactOptional(),
          cautions: z.array(caution).max(4).exactOptional(),
          uncertain: text(90).exactOptional(),
          sources,
        })
        .superRefine((material, context) => {
          const [key, what] = asksFor[material.group]
          if (material[key] === undefined)
            context.addIssue({ code: 'custom', path: ['group'], message: `这一组要有${what}，缺少「${key}」` })
          for (const [at, one] of (material.fields ?? []).entries()) {
            if ((one.input === 'choice') !== (one.choices !== undefined))
              context.addIssue({
                code: 'custom',
                path: ['fields', at],
                message: 'input 是 choice 的要有 choices，别的不要有',
              })
          }
        }),
    ),
  })

const stepField = z.strictObject({
  label: text(26),
  hint: text(40).exactOptional(),
  value: z.union(
    [
      z.strictObject({
        entry: z.string().regex(/^[tl]\.[a-z0-9-]{1,40}\.[a-z0-9-]{1,40}$/, '要写成 t.材料编号.字段编号'),
      }),
      z.strictObject({ text: text(120) }),
      z.strictObject({ photo: id }),
      z.strictObject({ onPage: text(60) }),
    ],
    '这个值认不出来：写 entry、text、photo 或 onPage，一次只写一种',
  ),
  applies: condition.exactOptional(),
})

const instruction = z.strictObject({ text: text(30), note: text(60).exactOptional() })
const reference = z.string().regex(/^[a-z0-9-]{1,40}\.[a-z0-9-]{1,40}$/, '要写成 步骤册编号.步骤编号')

const clock = z.strictObject({
  id: ownId,
  kind: z.enum(['deadline', 'wait']),
  title: text(20),
  amount: z.int().min(1).max(730),
  unit: z.enum(['day', 'workday', 'hour']),
  consequence: text(40),
  remedy: text(60),
  until: reference.exactOptional(),
  remindDays: z.array(z.int().min(0).max(365)).min(1).max(6).exactOptional(),
})

export const stepsFile = z.strictObject({
  add: z.array(
    z.strictObject({
      guide: guideId,
      after: id.exactOptional(),
      id: ownId,
      title: text(18),
      device: z.enum(['computer', 'phone', 'both']),
      minutes: z.int().min(1).max(240),
      address: z.strictObject({ label: text(20), url: webAddress }).exactOptional(),
      instructions: z.tuple([instruction], instruction).refine((list) => list.length <= 3, '最多三句'),
      fields: z.array(stepField).max(12).exactOptional(),
      cautions: z.array(caution).max(4).exactOptional(),
      errors: z.array(id).exactOptional(),
      clock: clock.exactOptional(),
      waiting: z.strictObject({ title: text(16), done: text(10) }).exactOptional(),
      /** Steps or parts that come first, as `<guide>.<step>`. */
      requires: z.array(reference).exactOptional(),
      uncertain: text(90).exactOptional(),
      sources,
    }),
  ),
})

/** Ids that start with `op-`, each with where it comes from and when it was read. */
export const sourcesFile = z.record(
  ownId,
  z.strictObject({
    title: text(40),
    kind: z.enum(['official', 'capture', 'guide', 'standard', 'secondary']),
    url: webAddress.exactOptional(),
    checked: day,
  }),
)
