import type { z } from 'zod'

/** One message: what it carries and, where the sender waits for an answer, what comes back. */
export type Message = { readonly payload: z.ZodType; readonly reply?: z.ZodType }
export type Wire = Readonly<Record<string, Message>>
export type Payload<M extends Message> = z.output<M['payload']>
export type Reply<M extends Message> = M extends { reply: infer R extends z.ZodType } ? z.output<R> : void

/** The listener map socket.io wants, derived from a wire so that the two cannot disagree. */
export type Listeners<W extends Wire> = {
  [K in keyof W]: W[K] extends { reply: z.ZodType }
    ? (payload: Payload<W[K]>, reply: (answer: Reply<W[K]>) => void) => void
    : (payload: Payload<W[K]>) => void
}

/** One answer for every message of a wire; leaving one out does not compile. */
export type Answers<W extends Wire, Asker> = {
  readonly [K in keyof W]: (payload: Payload<W[K]>, asker: Asker) => Reply<W[K]> | Promise<Reply<W[K]>>
}
