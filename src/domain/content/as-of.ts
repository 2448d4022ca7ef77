/** The day on which the whole content was last checked; shown to the merchant. Apart from the sources: every page needs it. */
export const asOf = '2026-11-21'
