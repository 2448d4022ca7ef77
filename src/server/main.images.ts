/** The process that looks at pictures; src/server/adapters/image-worker.ts starts it. */
import { serveImages } from './adapters/image-serve'
import { createImageWork } from './adapters/images'

serveImages(createImageWork(), Number(process.argv[2]))
