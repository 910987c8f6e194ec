import { openAsBlob } from 'node:fs'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'

const mimeTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.mp3': 'audio/mpeg',
}

/** A file as `net.fetch` gives it: what kind it is, is known by its name. */
export async function fileFetch(url: string): Promise<Response> {
  const path = fileURLToPath(url)
  const file = await openAsBlob(path).catch(() => {
    throw new TypeError('net::ERR_FILE_NOT_FOUND')
  })
  return new Response(file.stream(), { headers: { 'content-type': mimeTypes[extname(path)] ?? 'application/octet-stream' } })
}
