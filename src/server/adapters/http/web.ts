/** The web build from the same server: hashed files for a year, the page itself never from a cache. */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import staticFiles from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { refuse } from '../../core/reply'

const hashed = /[.-][0-9a-f]{8,}\.[a-z0-9]+$/
const year = 31_536_000

export async function serveWeb(app: FastifyInstance, webDir: string): Promise<void> {
  const root = path.resolve(webDir)
  const page = path.join(root, 'index.html')
  app.setNotFoundHandler((request, reply) => (isPage(request) ? sendPage(page, reply) : notFound(reply)))
  app.get('/', (_request, reply) => sendPage(page, reply))
  if (!existsSync(root)) return
  await app.register(staticFiles, {
    root,
    index: false,
    redirect: false,
    dotfiles: 'ignore',
    cacheControl: false,
    setHeaders: (response, file) => {
      response.setHeader('cache-control', hashed.test(file) ? `public, max-age=${year}, immutable` : 'no-cache')
    },
  })
}

const notFound = (reply: FastifyReply) => reply.code(404).send(refuse('not-found'))

/** An address of the app itself, like /desk: the page knows what to show. */
function isPage({ method, url, headers }: FastifyRequest): boolean {
  const pathname = url.split('?')[0] ?? ''
  const wanted = (method === 'GET' || method === 'HEAD') && (headers.accept ?? '').includes('text/html')
  return wanted && !/^\/(api|upload|photo)(\/|$)/.test(pathname) && path.posix.extname(pathname) === ''
}

async function sendPage(page: string, reply: FastifyReply): Promise<FastifyReply> {
  if (!existsSync(page))
    return reply.code(404).send(refuse('not-found', { message: '网页版还没有构建，请先运行 npm run build:web。' }))
  const html = await readFile(page, 'utf8')
  return reply
    .headers({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policyFor(html),
      'cache-control': 'no-store',
    })
    .send(html)
}

/** The page's own inline scripts are allowed by their hashes, nothing else. */
function policyFor(html: string): string {
  const inline = [...html.matchAll(/<script>([^]*?)<\/script>/g)].map(
    ([, code = '']) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`,
  )
  return [
    "default-src 'self'",
    ["script-src 'self'", ...inline].join(' '),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "media-src 'self' blob:",
    "connect-src 'self' data: blob:",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}
