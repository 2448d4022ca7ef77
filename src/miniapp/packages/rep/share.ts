/** What a rep's own pages hand on: never themselves, whose addresses are nobody's business, but the first page. */
export const shared = { title: '办小程序账号，照着一步一步来' } as const
