import type { FastifyInstance } from 'fastify'

const reasons: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  EADDRINUSE: ['已被别的程序占用', 'is taken by another program'],
  EACCES: ['当前用户无权使用', 'may not be used by this user'],
  EADDRNOTAVAIL: ['不是本机的地址', 'is no address of this machine'],
}

/** Another port would do: what wants this one can be asked for another, which no other failure allows. */
export class PortTaken extends Error {
  override readonly name = 'PortTaken'
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')

/** Binds the port; the port it got. Why it cannot is said to the person at the terminal. */
export const listenOn = async (app: FastifyInstance, { host, port }: { readonly host: string; readonly port: number }): Promise<number> => {
  try {
    await app.listen({ host, port })
  } catch (error) {
    const [zh, en] = reasons[codeOf(error)] ?? []
    if (zh === undefined) throw error
    const Cannot = codeOf(error) === 'EADDRINUSE' ? PortTaken : Error
    throw new Cannot(
      `${host}:${port} ${zh}。请用 --host、--port 换一个，或先停止占用它的程序。\n` +
        `${host}:${port} ${en}. Choose another with --host and --port, or stop that program first.`,
      { cause: error },
    )
  }
  const bound = app.server.address()
  return typeof bound === 'object' && bound !== null ? bound.port : port
}
