/**
 * Group commit. Syncing the log is most of what a write costs, and it costs the same for one as for a hundred:
 * writes of one turn of the event loop share a transaction and its sync. A caller hears only after the commit.
 * Measured in bench/RESULTS.md.
 */
import { createPrepared, guarded, type Db } from './sqlite-open'
import type { Statement } from './sqlite-statements'

/** Statements that belong together: the others are for when the first one has changed something. */
export type Write = readonly Statement[]

export interface Writes {
  /** Answers how many rows the first statement changed. */
  run(write: Write): Promise<number>
  /** Commits what is waiting, now. */
  flush(): void
}

interface Waiting {
  readonly write: Write
  readonly resolve: (changes: number) => void
  readonly reject: (error: unknown) => void
}
type Outcome = { readonly changes: number } | { readonly error: unknown }

/** `onCommit`: after each group, before anybody hears of it. */
export function createWrites(db: Db, onCommit = () => {}): Writes {
  const commit = commitOn(db)
  let waiting: Waiting[] = []
  const flush = () => {
    const group = waiting
    waiting = []
    if (group.length === 0) return
    const outcomes = commit(group.map(({ write }) => write))
    onCommit()
    settle(group, outcomes)
  }
  return {
    flush,
    run: (write) =>
      new Promise((resolve, reject) => {
        // Not at once: those whose requests came meanwhile come along.
        if (waiting.length === 0) setImmediate(() => setImmediate(flush))
        waiting.push({ write, resolve, reject })
      }),
  }
}

function settle(group: readonly Waiting[], outcomes: readonly Outcome[]): void {
  group.forEach(({ resolve, reject }, i) => {
    const outcome = outcomes[i]
    if (outcome !== undefined && 'changes' in outcome) resolve(outcome.changes)
    else reject(outcome?.error)
  })
}

/** Nobody pays for somebody else: where a write fails, nothing has happened, and each is tried on its own. */
function commitOn(db: Db): (group: readonly Write[]) => readonly Outcome[] {
  const perform = performOn(db)
  const [begin, commit] = [db.prepare('BEGIN IMMEDIATE'), db.prepare('COMMIT')]
  const together = (group: readonly Write[]): readonly Outcome[] => {
    try {
      guarded(() => begin.run())
    } catch (error) {
      // Another process holds the file for longer than one waits: waiting again for each would stop everything.
      return group.map(() => ({ error }))
    }
    try {
      return guarded(() => {
        const outcomes = group.map((write) => ({ changes: perform(write) }))
        commit.run()
        return outcomes
      })
    } catch (error) {
      if (db.inTransaction) db.exec('ROLLBACK')
      return group.length === 1 ? [{ error }] : group.flatMap((each) => together([each]))
    }
  }
  return together
}

/** Without a transaction of its own. */
export function performOn(db: Db): (write: Write) => number {
  const prepare = createPrepared(db)
  return ([first, ...others]) => {
    if (first === undefined) return 0
    const { changes } = prepare(first.sql).run(...first.values)
    if (changes > 0) for (const { sql, values } of others) prepare(sql).run(...values)
    return changes
  }
}
