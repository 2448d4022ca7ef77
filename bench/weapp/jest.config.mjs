/** Runs the measures in the harness of test/weapp: `jest -c bench/weapp/jest.config.mjs`. Not a test: it writes figures. */
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import jest from '../../config/jest.config.cjs'

const weapp = { ...jest.projects.find(({ displayName }) => displayName === 'weapp') }
delete weapp.globalSetup // the build is named in WEAPP_DIST

export default { ...weapp, testMatch: [path.join(path.dirname(fileURLToPath(import.meta.url)), '*.measure.ts')] }
