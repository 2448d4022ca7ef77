/** The process that looks at pictures, built for this test: inside the project, so that it finds the packages. */
import { rmSync } from 'node:fs'
import { buildImageProcess } from '../../../tools/bundles'

const outdir = `.cache/test/images-${process.pid}`
afterAll(() => rmSync(outdir, { recursive: true, force: true }))

export const imageProcess = (): Promise<string> => buildImageProcess(outdir)
