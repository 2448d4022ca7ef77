/** What an operator can change about the core; the adapters' own settings are in server/settings.ts. */
export interface CoreSettings {
  readonly allowGuests: boolean
  /** Without a slash at the end; the address that QR codes lead to. */
  readonly publicUrl: string
  readonly tokenIdleMs: number
  readonly tokenMaxMs: number
  readonly limits: Limits
}

export interface Limits {
  /** Live photos of one merchant, and their bytes together. */
  readonly photos: number
  readonly photoBytes: number
  /** Bytes of one upload. */
  readonly uploadBytes: number
  /** Per merchant. */
  readonly uploadsPer10Minutes: number
  readonly syncsPerMinute: number
  /** Merchants who join a rep: from one network, and to one rep by China's days. */
  readonly joinsPerHour: number
  readonly joinsPerDay: number
}

const day = 86_400_000

export const defaultLimits: Limits = {
  photos: 60,
  photoBytes: 100 * 1024 * 1024,
  uploadBytes: 8 * 1024 * 1024,
  uploadsPer10Minutes: 40,
  syncsPerMinute: 120,
  joinsPerHour: 60,
  joinsPerDay: 300,
}

export const defaultCoreSettings: CoreSettings = {
  allowGuests: false,
  publicUrl: '',
  tokenIdleMs: 7 * day,
  tokenMaxMs: 30 * day,
  limits: defaultLimits,
}

/** An upload ticket is good for 10 minutes, a link to a photo for 5. */
export const ticketMs = 600_000
export const linkMs = 300_000
/** The deepest nesting of a request's body. */
export const maxDepth = 6
