/** The environment of the reminders: the template for WeChat's one-time subscribe messages. */
import { z } from 'zod'
import type { TemplateSettings } from './adapters/template-data'

const field = (kinds: string) => new RegExp(`^(${kinds})\\d{1,3}$`)
const textField = field('thing')
const timeField = field('time|date')

/** `title=thing1,time=time2,note=thing3`; the note may be left out. */
function parseFields(text: string): Omit<TemplateSettings, 'id'> | null {
  const pairs = text.split(',').map((pair) => pair.trim().split('='))
  if (pairs.some((pair) => pair.length !== 2)) return null
  const named = new Map(pairs.map(([name = '', value = '']) => [name, value]))
  if (named.size !== pairs.length || [...named.keys()].some((name) => !['title', 'time', 'note'].includes(name)))
    return null
  const { title = '', time = '', note = null } = Object.fromEntries(named)
  if (!textField.test(title) || !timeField.test(time) || (note !== null && !textField.test(note))) return null
  return new Set(named.values()).size === named.size ? { title, time, note } : null
}

const presetFields: Omit<TemplateSettings, 'id'> = { title: 'thing1', time: 'time2', note: 'thing3' }

export const reminderVariables = {
  REMINDER_TEMPLATE: z
    .string()
    .regex(/^[A-Za-z0-9_-]{20,64}$/, {
      error: '要填订阅消息的模板 ID，不是模板编号 (the id of a subscribe message template, not its number)',
    })
    .optional(),
  REMINDER_FIELDS: z
    .string()
    .refine((text) => parseFields(text) !== null, {
      error: '要像 title=thing1,time=time2,note=thing3 (like title=thing1,time=time2,note=thing3)',
    })
    .transform((text) => parseFields(text) ?? presetFields)
    .default(presetFields),
}

export interface ReminderSettings {
  /** null: nobody is reminded. */
  readonly reminder: TemplateSettings | null
}

export const reminderSettingsOf = (read: {
  readonly REMINDER_TEMPLATE?: string | undefined
  readonly REMINDER_FIELDS: Omit<TemplateSettings, 'id'>
}): ReminderSettings => ({
  reminder: read.REMINDER_TEMPLATE === undefined ? null : { id: read.REMINDER_TEMPLATE, ...read.REMINDER_FIELDS },
})
