/** What a chosen file may be; what is made of it is domain/photo/output.ts's business. */
export const photoRules = {
  /** Bytes of a file as chosen: a camera's PNG of 12 megapixels has 25 MB, a JPEG of 200 megapixels 40 MB. */
  maxChosen: 50 * 1024 * 1024,
  /** px */
  smallestShortEdge: 300,
} as const
