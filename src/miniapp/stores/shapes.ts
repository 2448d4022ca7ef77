/** What came from storage or from the network is not trusted to have its shape. */
import type { Value } from '#domain/entries'
import type { Op, Stamped } from '#sync/protocol'

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
export const isString = (value: unknown): value is string => typeof value === 'string'
export const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)
export const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean'
export const isListOf = <T>(value: unknown, is: (item: unknown) => item is T): value is readonly T[] =>
  Array.isArray(value) && value.every(is)

export const isValue = (value: unknown): value is Value =>
  value === null ||
  isString(value) ||
  isBoolean(value) ||
  isNumber(value) ||
  (isRecord(value) && Object.values(value).every(isValue))

export const isStamped = (value: unknown): value is Stamped =>
  isRecord(value) && isString(value.s) && 'v' in value && isValue(value.v)
export const isOp = (value: unknown): value is Op => isStamped(value) && 'k' in value && isString(value.k)

/** null instead of a throw: an HTML page of a captive portal is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
