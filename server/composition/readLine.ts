import { z } from 'zod'

/** What one line of input is answered with, or what is wrong with it. */
export type LineAnswer = { readonly ok: true; readonly line: string } | { readonly ok: false; readonly problem: string }

type Read<T> = { readonly ok: true; readonly asked: T } | { readonly ok: false; readonly problem: string }

/** Reads a JSON line; the problem is one line too. */
export const readLine = <S extends z.ZodType>(schema: S, line: string): Read<z.output<S>> => {
  let json: unknown
  try {
    json = JSON.parse(line)
  } catch (error) {
    return { ok: false, problem: `不是 JSON / not JSON: ${error instanceof Error ? error.message : ''}` }
  }
  const read = schema.safeParse(json)
  return read.success ? { ok: true, asked: read.data } : { ok: false, problem: z.prettifyError(read.error).replaceAll('\n', ' ') }
}
