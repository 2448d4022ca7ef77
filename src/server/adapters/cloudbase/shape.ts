/** How documents and the rows beside them lie in CloudBase's collections. */
import { rows, type Collection } from '../../core/collections'
import type { CloudCollection, CloudDocument } from './sdk'

/**
 * The platform adds `_openid` to what a phone writes by itself. No phone may (deploy/cloudbase gives every
 * collection to administrators alone), but a collection is open until that is set: such a document is none.
 */
export const isOurs = (document: CloudDocument): boolean => !('_openid' in document)

/** The top-level field that repeats an indexed field of a row. */
export const rowColumn = (field: string): string => `row_${field}`

export interface Home {
  /** The collection of the database. */
  readonly name: Collection
  /** The field with the value's text. */
  readonly json: 'json' | 'row'
  column(field: string): string
}

export function homeOf(collection: Collection): Home {
  const [beside] = Object.entries(rows).flatMap(([name, derived]) =>
    derived === collection ? [name as Collection] : [],
  )
  return beside === undefined
    ? { name: collection, json: 'json', column: (field) => field }
    : { name: beside, json: 'row', column: rowColumn }
}

/** Runs on a collection of the database, which is made when it is not there yet. */
export type Within = <R>(collection: Collection, run: (documents: CloudCollection) => Promise<R>) => Promise<R>
