import type { FastifyRequest } from 'fastify'

/** Where the asking page was opened, for addresses that are handed out. Believed: only the asker reads the answer. */
export const baseOf = (request: FastifyRequest): string => `${request.protocol}://${request.host}`
