/** How the tables of this folder write a row. */
import type { Industry } from '../types'

export type More = Partial<Omit<Industry, 'id' | 'label' | 'group' | 'category'>>
type Row = (id: string, label: string, category: string, more?: More) => Industry

/** Rows of one group; the source is the official table unless the row names others. */
export const rowOf =
  (group: Industry['group']): Row =>
  (id, label, category, more = {}) => ({ id, label, group, category, sources: ['category-table'], ...more })
