/** Builds what runs on a server and what runs in WeChat's cloud: `node tools/run.mjs tools/build-server.ts`. */
import { buildCloudFunction, buildServer } from './bundles'

console.log([...(await buildServer()), ...(await buildCloudFunction())].join('\n'))
