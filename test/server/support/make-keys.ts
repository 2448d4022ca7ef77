/** A process that makes keys, one after another, and says each when it is durable: <folder> <how many>. */
import { createLocalKeys } from '../../../src/server/adapters/local-keys'
import { createMerchantKeys } from '../../../src/server/adapters/merchant-keys'

export async function main([folder = '', times = '0']: readonly string[]): Promise<void> {
  const keys = createMerchantKeys(createLocalKeys(folder), new Uint8Array(32))
  for (let i = 0; i < Number(times); i++) {
    const { key } = await keys.make(`owner-${i}`)
    process.stdout.write(`owner-${i} ${key.toString('hex')}\n`)
  }
}
