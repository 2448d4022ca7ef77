/** What was read of the licence's photo, beside what was typed. Nothing is taken over without the person's word. */
import type { Field, Material } from '#domain/content/types'
import type { Entries } from '#domain/entries'
import { checkField } from '#domain/field-check'
import type { Licence } from '#domain/licence/licence'
import { textOf } from '#domain/material-state'

export interface Reading {
  readonly field: Field
  readonly read: string
  /** '' when nothing was typed. */
  readonly typed: string
  /** The read value passes the field's own check. */
  readonly right: boolean
}

const isRead = ({ id }: Field) => id === 'code' || id === 'name'

/** Something that could be read is still to be typed. */
export const lacksReading = (material: Material, entries: Entries): boolean =>
  (material.fields ?? []).some((field) => isRead(field) && textOf(entries, material.id, field) === '')

export function readingsOf(material: Material, read: Licence, entries: Entries): readonly Reading[] {
  return (material.fields ?? []).flatMap((field) => {
    const text = field.id === 'code' ? read.code : field.id === 'name' ? read.name : undefined
    if (text === undefined || text === '') return []
    const checked = checkField(material, field, text, entries)
    return [
      { field, read: checked.ok ? checked.value : text, typed: textOf(entries, material.id, field), right: checked.ok },
    ]
  })
}

/** 「9233 0102 MA2E XAMP 5X」: read aloud and compared in fours. */
export const inFours = (code: string): string => code.match(/.{1,4}/g)?.join(' ') ?? code
