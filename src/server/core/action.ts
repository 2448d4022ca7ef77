/** What an action is: the shape of its body, who may call it, and what it does. */
import type { z } from 'zod'
import type { Ports } from './ports'
import type { Reply } from './reply'
import type { Caller, Session } from './session'
import type { CoreSettings } from './settings'

export interface Core {
  readonly ports: Ports
  readonly settings: CoreSettings
}

export interface Action {
  readonly open: boolean
  /** Also for a computer that the merchant approved, by the desk and its secret in the body. */
  readonly desks?: true
  /** null: the body does not have the action's shape. `session` is null only when `open`. */
  run(core: Core, call: Call, body: unknown): Promise<Reply | null>
}
interface Call {
  readonly caller: Caller
  readonly session: Session | null
}

/** For merchants who are logged in. */
export function action<T>(
  schema: z.ZodType<T>,
  handle: (core: Core, session: Session, body: T) => Promise<Reply>,
): Action {
  return {
    open: false,
    async run(core, { session }, body) {
      const parsed = schema.safeParse(body)
      return parsed.success && session !== null ? handle(core, session, parsed.data) : null
    },
  }
}

/** For anyone. */
export function openAction<T>(
  schema: z.ZodType<T>,
  handle: (core: Core, caller: Caller, body: T) => Promise<Reply>,
): Action {
  return {
    open: true,
    async run(core, { caller }, body) {
      const parsed = schema.safeParse(body)
      return parsed.success ? handle(core, caller, parsed.data) : null
    },
  }
}
