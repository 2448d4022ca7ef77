import type { Compiler } from 'webpack'

export declare class LeanWeapp {
  constructor(options: { readonly sources: string })
  apply(compiler: Compiler): void
}
/** base.wxml without what `source` (all sources in one text) does not name. */
export declare function leanBase(wxml: string, source: string): string
/** The stylesheet without the icons that `scripts` does not name, and the rules of those, by name. */
export declare function iconsApart(
  css: string,
  scripts: string,
): { readonly rest: string; readonly apart: ReadonlyMap<string, string> }
/** The stylesheet without what only packages show (by the words of their scripts), and those rules, by class. */
export declare function thingsApart(
  css: string,
  main: ReadonlySet<string>,
  packages: readonly ReadonlySet<string>[],
): { readonly rest: string; readonly apart: ReadonlyMap<string, string> }
