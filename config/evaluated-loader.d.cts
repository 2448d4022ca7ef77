/** The module's text that exports these plain values. */
export declare function moduleOf(exported: object): string
