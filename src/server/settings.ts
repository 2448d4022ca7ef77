/** The environment, read once: either settings, or a sentence for every value that is wrong. */
import { z } from 'zod'
import { parseMasterKey } from './adapters/master-key'
import { defaultLimits, type CoreSettings } from './core/settings'
import { reminderSettingsOf, reminderVariables, type ReminderSettings } from './reminder-settings'
import { storageProblems, storageSettingsOf, storageVariables, type StorageSettings } from './storage-settings'

const day = 86_400_000
const mega = 1024 * 1024

const whole = (min: number, max: number, preset: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, { error: `要填 ${min}–${max} 的整数 (a whole number from ${min} to ${max})` })
    .transform(Number)
    .refine((n) => n >= min && n <= max, { error: `要填 ${min}–${max} 的整数 (a whole number from ${min} to ${max})` })
    .default(preset)

const address = z
  .string()
  .refine((text) => /^https?:\/\/[^/]/.test(text) && URL.canParse(text), {
    error: '要填 http:// 或 https:// 开头的网址 (an address that starts with http:// or https://)',
  })
  .transform((text) => text.replace(/\/+$/, ''))

const isLoopback = (url: string) => ['127.0.0.1', '[::1]', 'localhost'].includes(new URL(url).hostname)

const choice = <const T extends readonly [string, ...string[]]>(...options: T) =>
  z.enum(options, { error: `只能是 ${options.join('、')} (one of ${options.join(', ')})` })

const network = /^(loopback|linklocal|uniquelocal|[0-9a-fA-F:.]+(\/\d{1,3})?)$/

const variables = {
  PORT: whole(0, 65_535, 8080),
  HOST: z.string().default('0.0.0.0'),
  DATA_DIR: z.string().default('./data'),
  WEB_DIR: z.string().default('./dist/h5'),
  PUBLIC_URL: address.optional(),
  NODE_ENV: z.string().default('development'),
  ALLOW_GUESTS: choice('true', 'false').optional(),
  ...storageVariables,
  MASTER_KEY: z
    .string()
    .refine((text) => parseMasterKey(text) !== null, {
      error: '要填 32 字节的密钥，64 位十六进制或 base64 (a key of 32 bytes, 64 hex digits or base64)',
    })
    .transform(parseMasterKey)
    .optional(),
  WECHAT_APPID: z
    .string()
    .regex(/^wx[0-9a-f]{16}$/, { error: '要填 wx 开头的 18 位 AppID (an AppID: wx and 16 hex digits)' })
    .optional(),
  WECHAT_SECRET: z
    .string()
    .regex(/^[0-9a-fA-F]{32}$/, { error: '要填 32 位 AppSecret (an AppSecret of 32 hex digits)' })
    .optional(),
  WECHAT_API_URL: address
    .refine((url) => url.startsWith('https:') || isLoopback(url), {
      error: '要用 https://，密钥会经过它 (must be https, the secret goes through it)',
    })
    .default('https://api.weixin.qq.com'),
  ...reminderVariables,
  LICENCE_OCR: choice('true', 'false').default('false'),
  TRUST_PROXY: z
    .string()
    .transform((text) => text.split(',').map((each) => each.trim()))
    .refine((list) => list.every((each) => network.test(each)), {
      error: '要填代理的 IP 或网段，用逗号隔开 (addresses or networks of the proxy, separated by commas)',
    })
    .optional(),
  RATE_PER_MINUTE: whole(1, 100_000_000, 300),
  RATE_SENSITIVE_PER_MINUTE: whole(1, 100_000_000, 30),
  RATE_SYNCS_PER_MINUTE: whole(1, 100_000_000, defaultLimits.syncsPerMinute),
  RATE_UPLOADS_PER_10_MINUTES: whole(1, 100_000, defaultLimits.uploadsPer10Minutes),
  RATE_JOINS_PER_HOUR: whole(1, 100_000_000, defaultLimits.joinsPerHour),
  RATE_JOINS_PER_DAY: whole(1, 100_000_000, defaultLimits.joinsPerDay),
  LIMIT_PHOTOS: whole(1, defaultLimits.photos, defaultLimits.photos),
  LIMIT_PHOTOS_MB: whole(1, 10_000, defaultLimits.photoBytes / mega),
  LIMIT_UPLOAD_MB: whole(1, 20, defaultLimits.uploadBytes / mega),
  TOKEN_IDLE_DAYS: whole(1, 365, 7),
  TOKEN_MAX_DAYS: whole(1, 365, 30),
  RETENTION_DAYS: whole(1, 3650, 90),
  LOG_LEVEL: choice('fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent').default('info'),
}
/** Every variable that the function reads. */
export const settingNames: readonly string[] = Object.keys(variables)

const environment = z
  .object(variables)
  .refine((read) => (read.WECHAT_APPID === undefined) === (read.WECHAT_SECRET === undefined), {
    path: ['WECHAT_SECRET'],
    error: '要和 WECHAT_APPID 一起填 (goes together with WECHAT_APPID)',
  })
  .superRefine((read, context) => {
    for (const { name, error } of storageProblems(read))
      context.addIssue({ code: 'custom', path: [name], message: error })
  })
type Read = z.infer<typeof environment>

export interface Settings extends StorageSettings, ReminderSettings {
  readonly port: number
  readonly host: string
  readonly dataDir: string
  readonly webDir: string
  /** null: the one in the data folder. */
  readonly masterKey: Uint8Array | null
  readonly wechat: { readonly appId: string; readonly secret: string; readonly apiUrl: string } | null
  /** Whether WeChat's licence recognition is asked where the QR code says nothing. */
  readonly licenceOcr: boolean
  readonly trustProxy: readonly string[]
  /** Calls a minute from one address; the second for actions that could be used to guess. */
  readonly perMinute: number
  readonly sensitivePerMinute: number
  readonly retentionMs: number
  readonly logLevel: Read['LOG_LEVEL']
  readonly core: CoreSettings
}

export type SettingsOutcome =
  { readonly ok: true; readonly settings: Settings } | { readonly ok: false; readonly problems: readonly string[] }

export function readSettings(env: Readonly<Record<string, string | undefined>>): SettingsOutcome {
  const given = Object.keys(variables).flatMap((name) =>
    env[name] === undefined || env[name] === '' ? [] : [[name, env[name]]],
  )
  const parsed = environment.safeParse(Object.fromEntries(given))
  if (parsed.success) return { ok: true, settings: settingsOf(parsed.data) }
  return { ok: false, problems: parsed.error.issues.map(({ path, message }) => `${path.join('.')}：${message}`) }
}

function settingsOf(read: Read): Settings {
  const { WECHAT_APPID: appId, WECHAT_SECRET: secret, WECHAT_API_URL: apiUrl } = read
  return {
    port: read.PORT,
    host: read.HOST,
    ...storageSettingsOf(read),
    ...reminderSettingsOf(read),
    dataDir: read.DATA_DIR,
    webDir: read.WEB_DIR,
    masterKey: read.MASTER_KEY ?? null,
    wechat: appId === undefined || secret === undefined ? null : { appId, secret, apiUrl },
    licenceOcr: read.LICENCE_OCR === 'true',
    trustProxy: read.TRUST_PROXY ?? [],
    perMinute: read.RATE_PER_MINUTE,
    sensitivePerMinute: read.RATE_SENSITIVE_PER_MINUTE,
    retentionMs: read.RETENTION_DAYS * day,
    logLevel: read.LOG_LEVEL,
    core: {
      allowGuests: read.ALLOW_GUESTS === undefined ? read.NODE_ENV !== 'production' : read.ALLOW_GUESTS === 'true',
      publicUrl: read.PUBLIC_URL ?? `http://localhost:${read.PORT}`,
      tokenIdleMs: read.TOKEN_IDLE_DAYS * day,
      tokenMaxMs: read.TOKEN_MAX_DAYS * day,
      limits: {
        photos: read.LIMIT_PHOTOS,
        photoBytes: read.LIMIT_PHOTOS_MB * mega,
        uploadBytes: read.LIMIT_UPLOAD_MB * mega,
        uploadsPer10Minutes: read.RATE_UPLOADS_PER_10_MINUTES,
        syncsPerMinute: read.RATE_SYNCS_PER_MINUTE,
        joinsPerHour: read.RATE_JOINS_PER_HOUR,
        joinsPerDay: read.RATE_JOINS_PER_DAY,
      },
    },
  }
}
