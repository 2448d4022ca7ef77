/** Conditions that several pieces of content share. */
import type { Condition } from './types'

/** Everyone but a person without a licence; also whoever has not answered yet, so that they see what it takes. */
export const eligible: Condition = { not: { answer: 'subject', in: ['person'] } }
export const company: Condition = { answer: 'subject', in: ['company'] }
export const soleTrader: Condition = { answer: 'subject', in: ['sole-trader'] }
