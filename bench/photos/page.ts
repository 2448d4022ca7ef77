/** What is measured inside the browser: the product's own code, hung on the window. */
import { measure } from '../../src/domain/photo/measure'
import { faultsOf } from '../../src/domain/photo/verdicts'
import { openInBrowser, prepareInBrowser } from '../../src/miniapp/adapters/web/image'

export interface Bench {
  /** ms from the decoded photo to the findings, once for each of `times`. */
  checks(url: string, times: number): Promise<{ readonly ms: readonly number[]; readonly faults: readonly string[] }>
  prepare(url: string): Promise<string>
}

const bench: Bench = {
  async checks(url, times) {
    const photo = await openInBrowser(url)
    if (photo === null) throw new Error('the photo cannot be decoded')
    const ms: number[] = []
    let faults: readonly string[] = []
    for (let i = 0; i < times; i++) {
      const start = performance.now()
      const measures = measure(photo)
      faults = measures === null ? [] : faultsOf(measures)
      ms.push(performance.now() - start)
    }
    photo.close()
    return { ms, faults }
  },
  async prepare(url) {
    const prepared = await prepareInBrowser(url)
    if (!prepared.ok) throw new Error(prepared.error)
    return prepared.path
  },
}

Object.assign(window, { bench })
