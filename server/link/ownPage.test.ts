import { expect, onTestFinished, test } from 'vitest'
import { aLinkedRoom } from './testing/aLinkedRoom.ts'

test("[W11] another site's page gets no socket, though the browser sends the cookie along; our own page and programmes do", async () => {
  const linked = await aLinkedRoom()
  onTestFinished(linked.close)
  const knock = (origin?: string) => linked.open('operator@sijijiang', undefined, origin)
  for (const origin of ['http://127.0.0.1:3000', 'https://portal.example', 'null', 'nonsense'])
    expect(await knock(origin).refusal()).toBe('websocket error')
  await knock(linked.address).connected()
  await knock().connected()
})
