import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'

/** What the package builder writes and the administrator signs; nothing else is given out of the folder, whatever lies in it. */
const offered = /^[A-Za-z0-9][A-Za-z0-9._-]{0,119}[.](?:yml|yml[.]sig|exe|AppImage|deb|dmg)$/

const isFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  )

/**
 * Newer versions for the room's desks, out of a folder that the room's administrator fills; it need not be there. Anyone may
 * read them, as anyone may read the pages: what makes them trustworthy is the signature, which each desk checks itself.
 * Hung after the pages, whose way of sending files it uses.
 */
export const updateRoutes = (app: FastifyInstance, folder: string): void => {
  app.get<{ Params: { name: string } }>('/updates/:name', async (request, reply) => {
    const { name } = request.params
    const isThere = offered.test(name) && !name.includes('..') && (await isFile(join(folder, name)))
    if (!isThere) return reply.callNotFound()
    return reply.type('application/octet-stream').sendFile(name, folder, { cacheControl: false, contentType: false })
  })
}
