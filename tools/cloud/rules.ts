/** Collections for administrators alone, their indexes, and a storage that nobody reads but the function. */
import { readFileSync } from 'node:fs'
import { rowColumn } from '../../src/server/adapters/cloudbase/shape'
import { indexesOf as declared, ownNames, rowsOf } from '../../src/server/core/collections'
import { CloudApiError, type CloudApi } from './api'

export const storageRulesFile = 'deploy/cloudbase/storage-rules.json'

interface Environment {
  readonly database: string
  readonly bucket: string
}

/** Rows are part of the document beside which they stand. What an index carries along is of no use here. */
function indexesFor(name: (typeof ownNames)[number]): readonly string[] {
  const beside = rowsOf(name)
  const ofRows = beside === null ? [] : declared(beside).map(({ key }) => key.map(rowColumn).join('+'))
  return [...declared(name).map(({ key }) => key.join('+')), ...ofRows]
}

/** What deploy/cloudbase/collections.json says, for who clicks it together by hand. */
export const collectionRules = () =>
  ownNames.map((name) => ({ name, permission: 'ADMINONLY', indexes: [...indexesFor(name)] }))

async function environment(api: CloudApi, env: string): Promise<Environment> {
  const { EnvList: list } = (await api.call('tcb', 'DescribeEnvs', { EnvId: env })) as {
    EnvList?: readonly {
      readonly EnvId?: string
      readonly Databases?: readonly { readonly InstanceId?: string }[]
      readonly Storages?: readonly { readonly Bucket?: string }[]
    }[]
  }
  const found = list?.find(({ EnvId }) => EnvId === env)
  const database = found?.Databases?.[0]?.InstanceId
  const bucket = found?.Storages?.[0]?.Bucket
  if (database === undefined || bucket === undefined)
    throw new Error(`环境 ${env} 里没有找到数据库和云存储：请检查 CLOUD_ENV，以及密钥是不是这个账号的。`)
  return { database, bucket }
}

/** The names of the indexes that are there; null: the collection is not. */
async function indexesOf(api: CloudApi, database: string, name: string): Promise<readonly string[] | null> {
  try {
    const { Indexes: indexes = [] } = (await api.call('flexdb', 'DescribeTable', {
      Tag: database,
      TableName: name,
    })) as {
      Indexes?: readonly { readonly Name?: string }[]
    }
    return indexes.flatMap(({ Name }) => Name ?? [])
  } catch (error) {
    if (error instanceof CloudApiError && /NotFound|NotExist|FailedOperation|InvalidParameter/i.test(error.code))
      return null
    throw error
  }
}

/** Of one field, or of several in their order. */
const indexNamed = (index: string) => {
  const fields = index.split('+')
  return {
    IndexName: `${fields.join('_')}_1`,
    MgoKeySchema: { MgoIndexKeys: fields.map((Name) => ({ Name, Direction: '1' })), MgoIsUnique: false },
  }
}

/** Sets what is not yet as it should be; running it again changes nothing. */
export async function applyRules(api: CloudApi, env: string, say: (line: string) => void): Promise<void> {
  const { database, bucket } = await environment(api, env)
  for (const { name, permission, indexes } of collectionRules()) {
    const present = await indexesOf(api, database, name)
    if (present === null) await api.call('flexdb', 'CreateTable', { Tag: database, TableName: name })
    const missing = indexes.map(indexNamed).filter(({ IndexName }) => present?.includes(IndexName) !== true)
    if (missing.length > 0)
      await api.call('flexdb', 'UpdateTable', { Tag: database, TableName: name, CreateIndexes: missing })
    await api.call('tcb', 'ModifyDatabaseACL', { EnvId: env, CollectionName: name, AclTag: permission })
    say(
      `集合 ${name}：仅管理员可读写${missing.length > 0 ? `，新建索引 ${missing.map(({ IndexName }) => IndexName).join('、')}` : ''}`,
    )
  }
  const rule = JSON.stringify(JSON.parse(readFileSync(storageRulesFile, 'utf8')))
  await api.call('tcb', 'ModifyStorageSafeRule', { EnvId: env, Bucket: bucket, AclTag: 'CUSTOM', Rule: rule })
  say('云存储：手机只能往 quarantine/ 里放，谁都不能读')
}
