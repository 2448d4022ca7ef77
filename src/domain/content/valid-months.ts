/**
 * Months for which a paper must still be valid when it is handed in. Another official page says one month
 * (record_guidelines); who keeps to the longer time is right by both.
 * Source: record_material, checked 2026-11-21.
 */
export const usualMonths = 3
/** By region (filing-regions.ts). */
export const longerMonths: Readonly<Record<string, 6>> = { ningxia: 6 }
