import type * as operator from '../src/domain/content/operator'

export function operatorBuild(): string | null
export function operatorAlias(): Record<string, string>
export function operatorValues(): typeof operator
