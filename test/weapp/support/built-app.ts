/** The build under test: dist/weapp, or the folder named in WEAPP_DIST. */
import path from 'node:path'

export const builtApp = () => path.resolve(process.env.WEAPP_DIST ?? 'dist/weapp')
