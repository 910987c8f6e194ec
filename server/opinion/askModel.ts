import { z } from 'zod'
import type { ChatMessage } from './promptOf.ts'

/** An OpenAI-compatible endpoint that the room runs itself. */
export type Endpoint = {
  /** Ends before `/chat/completions`. */
  readonly url: string
  readonly model: string
  readonly key: string | null
}

/** `down`: nobody there, or it said no. `unusable`: it answered what is no answer. */
export class ModelTrouble extends Error {
  override readonly name = 'ModelTrouble'
  readonly why: 'down' | 'unusable'
  constructor(why: 'down' | 'unusable', problem: string, cause?: unknown) {
    super(problem, { cause })
    this.why = why
  }
}

/** A sentence and three questions are under 2 kB; what thinks aloud first may say some more. */
const largestAnswerBytes = 64 * 1024

/** Enough for thinking aloud a little, and an end for what never stops talking. */
const mostTokens = 600

const Completion = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
})

const readUpTo = async (body: ReadableStream<Uint8Array>, limit: number): Promise<string> => {
  const chunks: Uint8Array[] = []
  let size = 0
  // Leaving the loop early cancels the stream, and with it the connection.
  for await (const chunk of body) {
    size += chunk.byteLength
    if (size > limit) throw new ModelTrouble('unusable', `The answer is longer than ${limit} bytes`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

const contentOf = (text: string): string => {
  try {
    const [first] = Completion.parse(JSON.parse(text)).choices
    return first?.message.content ?? ''
  } catch (error) {
    throw new ModelTrouble('unusable', 'The answer is no completion', error)
  }
}

const post = async ({ url, model, key }: Endpoint, messages: readonly ChatMessage[], signal: AbortSignal): Promise<Response> => {
  const headers = {
    'content-type': 'application/json',
    accept: 'application/json',
    ...(key !== null && { authorization: `Bearer ${key}` }),
  }
  const body = JSON.stringify({ model, messages, temperature: 0, max_tokens: mostTokens, stream: false })
  try {
    // Words of a report go to the machine that was named, and to none that it names.
    return await fetch(`${url.replace(/\/+$/, '')}/chat/completions`, { method: 'POST', headers, body, signal, redirect: 'error' })
  } catch (error) {
    throw new ModelTrouble('down', 'The model cannot be reached', error)
  }
}

/** Asks a model once; what it says as it said it, or `ModelTrouble`. */
export const askModel = async (endpoint: Endpoint, messages: readonly ChatMessage[], signal: AbortSignal): Promise<string> => {
  const response = await post(endpoint, messages, signal)
  if (!response.ok || response.body === null) {
    await response.body?.cancel().catch(() => undefined)
    throw new ModelTrouble('down', `The model answered ${response.status}`)
  }
  try {
    return contentOf(await readUpTo(response.body, largestAnswerBytes))
  } catch (error) {
    throw error instanceof ModelTrouble ? error : new ModelTrouble('down', 'The model hung up', error)
  }
}
