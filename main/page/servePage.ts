import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { servedFrom } from './deskPages.ts'

type Needs = {
  /** The folder of built pages. */
  readonly folder: string
  /** Header value for pages, asked anew each time since the room may change. */
  readonly policy: () => string
  /** Asks the dispatch server. */
  readonly relay: (request: Request, path: string) => Promise<Response>
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
}

const nothing = (status: number): Response => new Response(null, { status, headers: { 'content-type': 'text/plain' } })

/** Answers every request to the desktop's own scheme: packaged pages with their policy, doors of the server, and nothing else. */
export const servePage =
  ({ folder, policy, relay }: Needs) =>
  async (request: Request): Promise<Response> => {
    const served = servedFrom(request.url)
    if (served.from === 'server') return relay(request, served.path)
    if (served.from === 'nowhere') return nothing(404)
    if (request.method !== 'GET' && request.method !== 'HEAD') return nothing(405)
    const bytes = await readFile(join(folder, served.path)).catch(() => null)
    if (!bytes) return nothing(404)
    return new Response(new Uint8Array(bytes), {
      headers: {
        'content-type': types[extname(served.path)] ?? 'application/octet-stream',
        'content-security-policy': policy(),
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        // Files are on this disk: nothing is gained by keeping them, and an update must show.
        'cache-control': 'no-cache',
      },
    })
  }
