import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ApiError } from '../../shared/contracts/session.ts'
import type { Role } from '../../shared/domain/actor.ts'
import type { Person } from './person.ts'
import type { Who } from './sessions.ts'
import { shownSession } from './shownSession.ts'

type Door = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply | void>

/** Pre-handlers for HTTP doors that people with an account come through. */
export type Guard = {
  /** Lets pass a person with one of the roles (all roles when none is named) whose own password is set. */
  readonly requirePerson: (roles?: readonly Role[]) => Door
  /** As `requirePerson()`, but also for a person who must change the password first. */
  readonly requireSignedIn: Door
  /** Refuses requests that change something and come from another site's page. */
  readonly requireOwnPage: Door
  /** Who passed; throws where no guard stood before the handler. */
  readonly personOf: (request: FastifyRequest) => Person
}

const no = (reply: FastifyReply, status: number, error: string, zh: string, en: string): FastifyReply =>
  reply.code(status).send({ error, field: null, zh, en } satisfies ApiError)

const readsOnly = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * True when a page of this server sent it: its origin is our host, or it carries the header that
 * browsers let no other site's page add without asking us first.
 */
const isOwnPage = ({ method, headers }: FastifyRequest): boolean => {
  if (readsOnly.has(method) || headers['x-xiaonao'] === '1' || headers['x-xiaonao'] === 'wall') return true
  const { origin, host } = headers
  if (origin === undefined || host === undefined || !URL.canParse(origin)) return false
  const page = new URL(origin)
  return /^https?:$/.test(page.protocol) && page.host === host
}

/** Guards over `whoIs`; the person is remembered beside the request, not on it, so that no plugin can put one there. */
export const openGuard = (whoIs: (token: string) => Promise<Who>): Guard => {
  const people = new WeakMap<FastifyRequest, Person>()

  const requireOwnPage: Door = async (request, reply) =>
    isOwnPage(request)
      ? undefined
      : no(reply, 403, 'foreign-page', '请求不是从本系统页面发出的。', 'The request did not come from a page of this system.')

  const requireSignedIn: Door = async (request, reply) => {
    const { by, token } = shownSession(request.headers)
    // A browser adds cookies to what any page asks, but a bearer never: no other page can borrow it.
    if (by === 'cookie' && !isOwnPage(request)) return requireOwnPage(request, reply)
    const who = token === null ? null : await whoIs(token)
    if (!who?.ok) return no(reply, 401, who && who.why !== 'unknown' ? who.why : 'not-signed-in', '请先登录。', 'Sign in first.')
    people.set(request, who.person)
  }

  return {
    requireOwnPage,
    requireSignedIn,
    requirePerson: (roles) => async (request, reply) => {
      await requireSignedIn(request, reply)
      const person = people.get(request)
      if (!person || reply.sent) return reply
      if (person.mustChange)
        return no(reply, 403, 'must-change-password', '请先修改初始密码。', 'Change the password you were given first.')
      if (roles && !roles.includes(person.role))
        return no(reply, 403, 'no-right', '您的角色无权进行此操作。', 'Your role has no right to do this.')
    },
    personOf: (request) => {
      const person = people.get(request)
      if (!person) throw new Error(`No guard stands before ${request.method} ${request.routeOptions.url ?? request.url}`)
      return person
    },
  }
}
