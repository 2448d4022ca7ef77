/** Where documents and files are kept, as the environment says it: this machine's folder, or services. */
import { z } from 'zod'
import { isDatabaseAddress } from './adapters/postgres-address'
import type { PostgresSettings } from './adapters/postgres'
import type { S3Settings } from './adapters/s3-files'

const maxPool = 500

const text = (pattern: RegExp, error: string) => z.string().regex(pattern, { error })

export const storageVariables = {
  DATABASE_URL: z
    .string()
    .refine(isDatabaseAddress, {
      error:
        '要填 postgres://用户:密码@主机:端口/库名，密码里的特殊字符要写成 %xx (postgres://user:password@host:port/database, special characters as %xx)',
    })
    .optional(),
  DATABASE_POOL: text(/^[1-9]\d{0,2}$/, `要填 1–${maxPool} 的整数 (a whole number from 1 to ${maxPool})`)
    .transform(Number)
    .refine((n) => n <= maxPool, { error: `要填 1–${maxPool} 的整数 (a whole number from 1 to ${maxPool})` })
    .default(10),
  S3_ENDPOINT: text(
    /^https?:\/\/[^/\s?#@]+$/,
    '要填 http:// 或 https:// 开头、不带路径的地址 (an address without a path)',
  ).optional(),
  S3_BUCKET: text(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, '要填桶的名字 (the name of a bucket)').optional(),
  S3_REGION: text(/^[a-z0-9-]{1,40}$/, '要填地域，比如 cn-north-1 (a region)').default('us-east-1'),
  S3_ACCESS_KEY_ID: text(/^[\x21-\x7e]{3,128}$/, '要填访问密钥的编号 (the id of an access key)').optional(),
  S3_SECRET_ACCESS_KEY: text(/^[\x21-\x7e]{3,256}$/, '要填访问密钥 (the access key)').optional(),
  S3_PATH_STYLE: z.enum(['true', 'false'], { error: '只能是 true、false (one of true, false)' }).optional(),
  S3_PREFIX: text(
    /^([A-Za-z0-9._-]+\/)+$/,
    '要以 / 结尾，不以 / 开头 (ends with a slash, does not begin with one)',
  ).optional(),
  FORGET_SEALED_FILES: z.enum(['true', 'false'], { error: '只能是 true、false (one of true, false)' }).optional(),
}
type Read = z.infer<z.ZodObject<typeof storageVariables>> & { readonly MASTER_KEY?: unknown }

export interface StorageSettings {
  /** null: SQLite in the data folder. */
  readonly database: PostgresSettings | null
  /** null: a folder in the data folder. */
  readonly s3: S3Settings | null
  /** The master key was changed on purpose: what the old one sealed is lost. */
  readonly forgetSealed: boolean
}

/** What belongs together and is not there, by variable. */
export function storageProblems(read: Read): readonly { readonly name: string; readonly error: string }[] {
  const missing = (name: keyof Read, because: string) =>
    read[name] === undefined ? [{ name, error: `和 ${because} 一起用时必须填 (needed with ${because})` }] : []
  if (read.S3_BUCKET !== undefined)
    return [
      ...missing('S3_ACCESS_KEY_ID', 'S3_BUCKET'),
      ...missing('S3_SECRET_ACCESS_KEY', 'S3_BUCKET'),
      // A key made in the folder of one process would be another in the next one's.
      ...missing('MASTER_KEY', 'S3_BUCKET'),
    ]
  const because = (['S3_ENDPOINT', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const).find(
    (name) => read[name] !== undefined,
  )
  return because === undefined ? [] : missing('S3_BUCKET', because)
}

export function storageSettingsOf(read: Read): StorageSettings {
  return {
    database: read.DATABASE_URL === undefined ? null : { url: read.DATABASE_URL, pool: read.DATABASE_POOL },
    s3: s3SettingsOf(read),
    forgetSealed: read.FORGET_SEALED_FILES === 'true',
  }
}

function s3SettingsOf(read: Read): S3Settings | null {
  const { S3_BUCKET: bucket, S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = read
  if (bucket === undefined || accessKeyId === undefined || secretAccessKey === undefined) return null
  const endpoint = read.S3_ENDPOINT ?? null
  return {
    bucket,
    endpoint,
    accessKeyId,
    secretAccessKey,
    region: read.S3_REGION,
    pathStyle: read.S3_PATH_STYLE === undefined ? endpoint !== null : read.S3_PATH_STYLE === 'true',
    prefix: read.S3_PREFIX ?? '',
  }
}
