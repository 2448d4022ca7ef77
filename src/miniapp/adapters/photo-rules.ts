/** What a chosen file may be; what is made of it is domain/photo/output.ts's business. */
export const photoRules = {
  /** Bytes of a file as chosen: beyond it a cheap phone may not be able to decode it. */
  maxChosen: 15 * 1024 * 1024,
  /** px */
  smallestShortEdge: 300,
} as const
