import { useState } from 'react'
import type { Field, Material } from '#domain/content/types'
import { checkField } from '#domain/field-check'
import { textOf } from '#domain/material-state'
import { useEdits, useEntries } from '../../stores/hooks'
import type { EntryHint } from '../../ui/text-entry'
import { countOf, hintsOf, suggestionOf } from './field-words'

export interface FieldForm {
  readonly field: Field
  readonly text: string
  readonly count: string | undefined
  readonly hints: readonly EntryHint[]
  /** 「是不是 …？」: what the check believes was meant. */
  readonly suggestion: string | undefined
  readonly onInput: (text: string) => void
  readonly onLeave: () => void
}

export interface FieldsForm {
  readonly fields: readonly FieldForm[]
  /** Something typed is not kept yet. */
  readonly dirty: boolean
  readonly type: (field: string, text: string) => void
  /** Keeps what is right; false when something is wrong, which then says so. */
  readonly save: () => boolean
}

/**
 * The texts of a material while they are typed. A right one is kept as soon as the person leaves it, so
 * nothing is lost on the way out; a wrong one stays in the field as typed and is refused in words, red
 * only once it was left or saved.
 *
 * `agreed`: a field's id to what speaks for its kept value (「和照片上识别到的一样」).
 */
export function useFields(material: Material, all: readonly Field[], agreed: ReadonlyMap<string, string>): FieldsForm {
  const entries = useEntries()
  const edits = useEdits()
  const [drafts, setDrafts] = useState<ReadonlyMap<string, string>>(new Map())
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const typed = all.filter((field) => field.input !== 'choice' && field.input !== 'date')
  const keptOf = (field: Field) => textOf(entries, material.id, field)
  const shown = (field: Field) => drafts.get(field.id) ?? keptOf(field)
  const type = (id: string, text: string) => setDrafts((now) => new Map(now).set(id, text))

  /** true when nothing about the field is wrong. */
  const keep = (field: Field): boolean => {
    const text = shown(field)
    const empty = text.trim() === ''
    const checked = empty ? null : checkField(material, field, text, entries)
    if (checked && !checked.ok) return false
    const value = checked ? checked.value : ''
    if (value !== keptOf(field)) edits.text(material.id, field.id, value === '' ? null : value, field.local)
    setDrafts((now) => new Map([...now].filter(([id]) => id !== field.id)))
    return !empty || field.optional === true
  }
  const leave = (field: Field) => {
    if (drafts.get(field.id) === undefined) return
    setLeft((now) => new Set(now).add(field.id))
    keep(field)
  }
  const save = () => {
    setLeft(new Set(typed.map((field) => field.id)))
    return typed.map(keep).every(Boolean)
  }
  const formOf = (field: Field): FieldForm => {
    const text = shown(field)
    const checked = text.trim() === '' ? null : checkField(material, field, text, entries)
    const open = {
      field,
      text,
      checked,
      left: left.has(field.id),
      agreed: drafts.has(field.id) ? undefined : agreed.get(field.id),
    }
    return {
      field,
      text,
      count: countOf(field, text),
      hints: hintsOf(open),
      suggestion: suggestionOf(open),
      onInput: (next) => type(field.id, next),
      onLeave: () => leave(field),
    }
  }
  const dirty = typed.some((field) => shown(field) !== keptOf(field))
  return { fields: typed.map(formOf), dirty, type, save }
}
