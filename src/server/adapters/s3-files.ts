/**
 * Files in an S3-compatible bucket (AWS, MinIO, Alibaba OSS, Tencent COS …), for any number of
 * processes. What arrives here is sealed already; objects are whole or not there, as S3 promises.
 */
import { StorageFull, Unavailable, type FileStore } from '../core/ports'
import type { Lying } from '../core/stock'
import { probeFiles } from './probe'

export interface S3Settings {
  /** null: AWS's own for the region. */
  readonly endpoint: string | null
  readonly bucket: string
  readonly region: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
  /** `endpoint/bucket/key` instead of `bucket.endpoint/key`. */
  readonly pathStyle: boolean
  /** Before every key; may be empty. */
  readonly prefix: string
}

const second = 1000
/** What else is in the bucket, even under the prefix, is not ours to sweep. */
const folders = ['photos/', 'quarantine/']
/** The first try and two more, with growing pauses: what SlowDown asks for. */
const attempts = 3
const patience = { connectionTimeout: 3 * second, requestTimeout: 15 * second, throwOnRequestTimeout: true }
/** How servers say that a bucket or the disk behind it has no room. */
const full = /^(QuotaExceeded|XMinioStorageFull|EntityTooLarge)$/

/** The SDK is loaded only where it is needed: it takes a third of a second. */
export async function createS3Files(settings: S3Settings): Promise<FileStore> {
  const { DeleteObjectCommand, GetObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } =
    await import('@aws-sdk/client-s3')
  const { accessKeyId, secretAccessKey, bucket: Bucket, prefix } = settings
  const client = new S3Client({
    region: settings.region,
    credentials: { accessKeyId, secretAccessKey },
    forcePathStyle: settings.pathStyle,
    ...(settings.endpoint !== null && { endpoint: settings.endpoint }),
    maxAttempts: attempts,
    requestHandler: patience,
    // Not every compatible server knows the newer checksums; the seal notices a changed byte anyhow.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
  const place = (key: string) => ({ Bucket, Key: `${prefix}${key}` })
  async function* filesIn(folder: string): AsyncGenerator<Lying> {
    for (let after: string | undefined; ;) {
      const begin = { Bucket, Prefix: `${prefix}${folder}`, ...(after !== undefined && { StartAfter: after }) }
      const page = await translated(() => client.send(new ListObjectsV2Command(begin)))
      for (const { Key = '', LastModified } of page.Contents ?? [])
        yield { name: Key.slice(prefix.length), modified: LastModified?.getTime() ?? Infinity }
      after = page.Contents?.at(-1)?.Key
      if (page.IsTruncated !== true || after === undefined) return
    }
  }
  const files: FileStore = {
    write: (key, bytes) =>
      translated(async () => {
        await client.send(new PutObjectCommand({ ...place(key), Body: bytes, ContentLength: bytes.length }))
      }),
    read: (key) =>
      translated(async () => {
        try {
          const { Body, ContentLength } = await client.send(new GetObjectCommand(place(key)))
          return await whole(Body, ContentLength)
        } catch (error) {
          if (nameOf(error) === 'NoSuchKey') return null
          throw error
        }
      }),
    remove: (key) =>
      translated(async () => {
        await client.send(new DeleteObjectCommand(place(key)))
      }),
    check: () => probeFiles(files),
    stock: {
      nameOf: (key) => key,
      async *list() {
        for (const folder of folders) yield* filesIn(folder)
      },
      discard: (name) => files.remove(name),
    },
  }
  return files
}

const nameOf = (error: unknown): string => String((error as { name?: unknown }).name)

/** A body that broke off must never pass for a file. */
async function whole(
  body: { transformToByteArray(): Promise<Uint8Array> } | undefined,
  announced: number | undefined,
): Promise<Uint8Array> {
  if (body === undefined) throw new Error('the storage answered without a body')
  const bytes = await body.transformToByteArray()
  if (announced !== undefined && bytes.length !== announced)
    throw new Error('the storage broke off in the middle of a file')
  return bytes
}

/** Every refusal (busy, wrong key, no such bucket, no network) is worth another try once it is put right. */
async function translated<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    if (full.test(nameOf(error)))
      throw new StorageFull('the object storage has no room left', { cause: summary(error) })
    throw new Unavailable('the object storage does not answer', { cause: summary(error) })
  }
}

/** What the operator needs to know; the SDK's own error carries requests and answers whole. */
function summary(error: unknown): Error {
  const { name, message, $metadata } = error as Error & { $metadata?: { httpStatusCode?: number } }
  const status = $metadata?.httpStatusCode
  return new Error(`${name}: ${message}${status === undefined ? '' : ` (HTTP ${status})`}`)
}
