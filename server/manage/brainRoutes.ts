import type { FastifyInstance } from 'fastify'
import { PutInForce } from '../../shared/contracts/teaching.ts'
import { answer, bodyOf } from './answers.ts'
import type { ManageNeeds } from './needs.ts'

const quietly = async () => undefined

/** What the room has taught its brain, under the caller's prefix and guard. */
export const brainRoutes = (app: FastifyInstance, { personOf, brain }: ManageNeeds): void => {
  app.get('/brain', (request) => brain.state(personOf(request)))

  app.post('/brain/training', async (request, reply) => answer(reply, await brain.train(personOf(request)), quietly))

  app.delete('/brain/training', async (request, reply) => answer(reply, await brain.stop(personOf(request)), quietly))

  app.put('/brain/in-force', async (request, reply) => {
    const wish = bodyOf(PutInForce, request.body, reply)
    if (!wish) return reply
    return answer(reply, await brain.putInForce(personOf(request), wish), quietly)
  })
}
