/** The ways between the rep's own pages. They and their addresses lie in one subpackage (packages/rep/ways.ts). */
export interface RepWays {
  merchants(): void
  merchant(id: string): void
  photo(merchant: string, photoId: string): void
  codes(): void
  overview(): void
  claim(): void
}
