import { useState } from 'react'
import type { Material } from '#domain/content/types'
import { keyOf } from '#domain/entries'
import { useApp, useEdits, useEntries } from '../../stores/hooks'

export interface Statements {
  readonly ticked: (id: string) => boolean
  readonly toggle: (id: string) => void
  readonly all: boolean
  /** Kept: every statement counts as true. */
  readonly confirmed: boolean
  readonly confirm: () => void
}

/** The statements are ticked one by one and confirmed together; taking one back takes the confirmation back. */
export function useStatements(material: Material): Statements {
  const { device } = useApp()
  const edits = useEdits()
  const confirmed = useEntries().get(keyOf.confirmed(material.id)) === true
  const [on, setOn] = useState<ReadonlySet<string>>(new Set())
  const ids = (material.statements ?? []).map((statement) => statement.id)
  const ticked = (id: string) => confirmed || on.has(id)
  const toggle = (id: string) => {
    device.tick()
    const now = new Set(confirmed ? ids : on)
    if (!now.delete(id)) now.add(id)
    setOn(now)
    if (confirmed) edits.confirm(material.id, false)
  }
  const all = ids.every(ticked)
  return {
    ticked,
    toggle,
    all,
    confirmed: confirmed || ids.length === 0,
    confirm: () => edits.confirm(material.id, true),
  }
}
