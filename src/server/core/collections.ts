/** What the store keeps, by name, and what of it can be searched. */

/** What the three orders of a rep's list are narrowed by: read from the index itself, so that no other row is touched. */
const narrowing = 'active+deadline+stuck+redo+finished+find'

/**
 * Every collection with its indexes: a top-level field, or some of them in their order, joined by `+`; behind `|`
 * what the index carries along. The documents' shapes are in records.ts.
 */
export const collections = {
  merchants: ['rep'],
  progress: [
    `rep+active|${narrowing}`,
    `rep+deadline|${narrowing}`,
    `rep+percent|${narrowing}`,
    'rep+stuck',
    'rep+redo',
    'rep+finished',
    'rep+week|day',
    'rep+scene',
  ],
  identities: [],
  tokens: ['merchant'],
  reps: ['merchant'],
  scenes: ['rep'],
  claims: ['rep'],
  notes: ['rep', 'merchant'],
  audit: ['rep+seq'],
  tickets: ['merchant'],
  pieces: ['merchant'],
  reminders: ['merchant'],
  desks: ['merchant'],
  erased: [],
  meta: [],
} as const satisfies Record<string, readonly string[]>
export type Collection = keyof typeof collections

/**
 * Rows that are worked out from a document: under its id, written and removed with it in one step and never alone.
 * They are in no backup, and are made again from what is.
 */
export const rows = { merchants: 'progress' } as const satisfies Partial<Record<Collection, Collection>>
export type RowsOf = (typeof rows)[keyof typeof rows]
export type OwnCollection = Exclude<Collection, RowsOf>

/** Where the rows of a collection are; null: it has none. */
export const rowsOf = (collection: Collection): RowsOf | null =>
  (rows as Partial<Record<Collection, RowsOf>>)[collection] ?? null

export const collectionNames = Object.keys(collections) as readonly Collection[]
/** What is more than a row of something else. */
export const ownNames = collectionNames.filter(
  (name): name is OwnCollection => !Object.values(rows).some((derived) => derived === name),
)

export interface Index {
  readonly name: string
  /** By these, then by id. */
  readonly key: readonly string[]
  readonly carried: readonly string[]
}

/** Worked out once: every query and every write asks. */
export const perCollection = <T>(of: (collection: Collection) => T): Readonly<Record<Collection, T>> =>
  Object.fromEntries(collectionNames.map((name) => [name, of(name)])) as Record<Collection, T>

const indexes = perCollection((collection) =>
  collections[collection].map((index: string): Index => {
    const [key = [], carried = []] = index.split('|').map((fields) => fields.split('+'))
    return { name: [collection, ...key].join('_'), key, carried: carried.filter((field) => !key.includes(field)) }
  }),
)
export const indexesOf = (collection: Collection): readonly Index[] => indexes[collection]

const fields = perCollection((collection): readonly string[] => [
  ...new Set(indexes[collection].flatMap(({ key, carried }) => [...key, ...carried])),
])
/** The fields that a collection's indexes are of. */
export const fieldsOf = (collection: Collection): readonly string[] => fields[collection]

/** The fields of a collection that a query can name; a query for another one is a mistake and throws. */
export function indexOf(collection: Collection, field: string): string {
  if (!fieldsOf(collection).includes(field)) throw new Error(`${collection} has no index on ${field}`)
  return field
}
