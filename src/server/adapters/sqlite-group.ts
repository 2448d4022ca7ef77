/**
 * Group commit. Syncing the log is most of what a write costs, and it costs the same for one as for a hundred:
 * writes of one turn of the event loop share a transaction and its sync. A caller hears only after the commit.
 * Measured in bench/RESULTS.md.
 */
import { guarded, type Db } from './sqlite-open'

/** One statement; answers how many rows it changed. */
export type Write = () => number

export interface Writes {
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

export function createWrites(db: Db): Writes {
  const control = { begin: db.prepare('BEGIN IMMEDIATE'), commit: db.prepare('COMMIT') }
  let waiting: Waiting[] = []
  const flush = () => {
    const group = waiting
    waiting = []
    settle(group, group.length > 1 ? together(db, control, group) : group.map(alone))
  }
  return {
    flush,
    run: (write) =>
      new Promise((resolve, reject) => {
        if (waiting.length === 0) setImmediate(flush)
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

function alone({ write }: Waiting): Outcome {
  try {
    return { changes: guarded(write) }
  } catch (error) {
    return { error }
  }
}

interface Control {
  readonly begin: { run(): unknown }
  readonly commit: { run(): unknown }
}

/**
 * A statement that fails takes back only itself. Where SQLite gives up the whole transaction (no room, a
 * failing disk), nothing of it has happened, and each write is tried on its own.
 */
function together(db: Db, { begin, commit }: Control, group: readonly Waiting[]): readonly Outcome[] {
  try {
    guarded(() => begin.run())
  } catch (error) {
    // Another process holds the file for longer than one waits: waiting again for each would stop everything.
    return group.map(() => ({ error }))
  }
  const outcomes: Outcome[] = []
  for (const each of group) {
    outcomes.push(alone(each))
    if (!db.inTransaction) return group.map(alone)
  }
  try {
    commit.run()
    return outcomes
  } catch {
    if (db.inTransaction) db.exec('ROLLBACK')
    return group.map(alone)
  }
}
