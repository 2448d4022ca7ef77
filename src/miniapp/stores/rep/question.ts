/** What may be asked of the list. */
export const filters = ['all', 'stuck', 'deadline', 'retake', 'finished'] as const
export type Filter = (typeof filters)[number]
export const sorts = ['active', 'deadline', 'progress'] as const
export type Sort = (typeof sorts)[number]

export interface Question {
  readonly filter: Filter
  readonly sort: Sort
  readonly search: string
}
export type Counts = Readonly<Record<Filter, number>>

export const usual: Question = { filter: 'all', sort: 'active', search: '' }
