import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

/** Folder of a page in the built tree, and where it is served. */
const pages = [
  { at: '/', folder: 'console' },
  { at: '/field/', folder: 'field' },
  { at: '/report/', folder: 'report' },
  { at: '/supervise/', folder: 'supervise' },
  { at: '/wall/', folder: 'wall' },
] as const

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  )

/** Names of built files carry their hash, so a browser may keep them; the pages themselves are asked for anew each time. */
const cacheFor = (path: string): string => (/[\\/]assets[\\/]/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache')

/**
 * A page by its file, or a folder. The desktop's first page is built with the others and is not for browsers, so pages are
 * had at their own addresses alone, and a folder does not even say that it is there.
 */
const isPageOrFolder = (path: string): boolean => /[.]html|[\\/]$/i.test(path)

const everyFile = '/*'

/** Where the console is looked for and is not: its folder's name. */
const consoleElsewhere = ['/console', '/console/'] as const

/** Serves the built web pages from `root` (`dist/web`). A page that was not built is not offered. */
export const pageRoutes = async (app: FastifyInstance, root: string): Promise<void> => {
  await app.register(fastifyStatic, {
    root,
    prefix: '/',
    index: false,
    redirect: false,
    cacheControl: false,
    allowedPath: (path, _, request) => !isPageOrFolder(path) || request.routeOptions.url !== everyFile,
    setHeaders: (response, path) => void response.header('cache-control', cacheFor(path)),
  })
  for (const { at, folder } of pages) {
    if (!(await exists(join(root, folder, 'index.html')))) continue
    app.get(at, { config: { rateLimit: false } }, (_, reply) => reply.sendFile(`${folder}/index.html`))
    if (at !== '/') app.get(at.slice(0, -1), (_, reply) => reply.redirect(at))
  }
  for (const at of consoleElsewhere) app.get(at, (_, reply) => reply.redirect('/'))
}
