import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { AccountRole } from '../../shared/domain/actor.ts'
import { AccountId } from '../../shared/domain/ids.ts'
import { aManagedRoom, town } from '../manage/testing/aManagedRoom.ts'

let room: Awaited<ReturnType<typeof aManagedRoom>>
beforeAll(async () => void (room = await aManagedRoom()))
afterAll(() => room.close())

const ids = ['operator1', 'operator2', 'supervisor1', 'leader1', 'admin1'] as const
const aChange = fc.record({
  by: fc.constantFrom<AccountRole>('admin', 'supervisor', 'operator', 'leader'),
  id: fc.constantFrom(...ids),
  to: fc.constantFrom<AccountRole | 'disabled' | 'enabled'>(...AccountRole.options, 'disabled', 'enabled'),
})

test('[P14] whatever is changed in whatever order and at once, a town keeps an administrator, and only administrators touch one', async () => {
  const listed = () => room.auth.accounts.list({ id: AccountId.parse('admin1'), role: 'admin', town })
  await fc.assert(
    fc.asyncProperty(fc.array(aChange, { minLength: 1, maxLength: 8 }), async (changes) => {
      const before = await listed()
      const byAdmins = changes.some(({ by }) => by === 'admin')
      await Promise.all(
        changes.map(({ by, id, to }) => {
          const manager = { id: AccountId.parse('admin1'), role: by, town }
          if (to === 'disabled' || to === 'enabled') return room.auth.accounts.disable(manager, id, to === 'disabled')
          return room.auth.accounts.setRole(manager, id, to)
        }),
      )
      const after = await listed()
      const admins = (list: typeof after) =>
        list.filter(({ role, disabledAt }) => role === 'admin' && disabledAt === null).map(({ id }) => id)
      expect(admins(after).length).toBeGreaterThan(0)
      if (!byAdmins) expect(admins(after)).toEqual(admins(before))
    }),
    { numRuns: 40 },
  )
})
