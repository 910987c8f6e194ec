import type { FastifyInstance } from 'fastify'
import { AccountChange, NewAccount, type OneTimePassword } from '../../shared/contracts/manage.ts'
import { assertNever } from '../../shared/domain/assertNever.ts'
import { answer, bodyOf } from './answers.ts'
import type { ManageNeeds, Manager } from './needs.ts'

type OfAccount = { Params: { id: string } }
type OfSession = { Params: { account: string; session: string } }

const said = (change: AccountChange): string => {
  switch (change.change) {
    case 'name':
      return `姓名改为 ${change.name}`
    case 'role':
      return `角色改为 ${change.role}`
    case 'disabled':
      return change.isDisabled ? '账号停用' : '账号恢复使用'
    default:
      return assertNever(change)
  }
}

/** Accounts and their sessions, under the caller's prefix and guard. */
export const accountRoutes = (app: FastifyInstance, needs: ManageNeeds): void => {
  const { accounts, personOf, noteAudit } = needs

  const doChange = (by: Manager, id: string, change: AccountChange) => {
    switch (change.change) {
      case 'name':
        return accounts.rename(by, id, change.name)
      case 'role':
        return accounts.setRole(by, id, change.role)
      case 'disabled':
        return accounts.disable(by, id, change.isDisabled)
      default:
        return assertNever(change)
    }
  }

  app.get('/accounts', async (request) => ({ accounts: await accounts.list(personOf(request)) }))

  app.post('/accounts', async (request, reply) => {
    const wish = bodyOf(NewAccount, request.body, reply)
    if (!wish) return reply
    const by = personOf(request)
    return answer(reply, await accounts.create(by, wish), async ({ password }): Promise<OneTimePassword> => {
      await noteAudit(by, `account:${wish.id}`, `新建账号 ${wish.id}（${wish.name}，${wish.role}）`)
      return { password }
    })
  })

  app.put<OfAccount>('/accounts/:id', async (request, reply) => {
    const change = bodyOf(AccountChange, request.body, reply)
    if (!change) return reply
    const by = personOf(request)
    const { id } = request.params
    return answer(reply, await doChange(by, id, change), async () => void (await noteAudit(by, `account:${id}`, said(change))))
  })

  app.post<OfAccount>('/accounts/:id/password', async (request, reply) => {
    const by = personOf(request)
    const { id } = request.params
    return answer(reply, await accounts.resetPassword(by, id), async ({ password }): Promise<OneTimePassword> => {
      await noteAudit(by, `account:${id}`, '密码已重置，全部会话已结束')
      return { password }
    })
  })

  app.get('/sessions', async (request) => ({ sessions: await needs.sessions(personOf(request)), own: personOf(request).id }))

  app.delete<OfAccount>('/accounts/:id/sessions', async (request, reply) => {
    const by = personOf(request)
    const { id } = request.params
    return answer(
      reply,
      await needs.revokeSession(by, id, null),
      async ({ ended }) => void (await noteAudit(by, `account:${id}`, `结束全部会话（${ended} 个）`)),
    )
  })

  app.delete<OfSession>('/sessions/:account/:session', async (request, reply) => {
    const by = personOf(request)
    const { account, session } = request.params
    return answer(
      reply,
      await needs.revokeSession(by, account, session),
      async ({ ended }) => void (await noteAudit(by, `account:${account}`, `结束会话（${ended} 个）`)),
    )
  })
}
