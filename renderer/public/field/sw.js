/* The shell of the field page without a network: the page and the files it names. Answers of the server are never kept here. */
const cacheName = 'xiaonao-field-1'
const page = '/field/'
/** A weak network is waited for this long before the kept page is shown, ms. */
const patienceMs = 3_000

const filesNamedIn = (html) => [...new Set(html.match(/\/(?:assets|field)\/[A-Za-z0-9_./-]+\.(?:js|css|svg|png|webmanifest)/g) ?? [])]

const keepShell = async () => {
  const response = await fetch(page, { cache: 'no-cache' })
  if (!response.ok) throw new Error(`The page answered ${response.status}`)
  const cache = await caches.open(cacheName)
  const files = filesNamedIn(await response.clone().text())
  await cache.addAll(files)
  await cache.put(page, response)
  const wanted = new Set([page, ...files])
  for (const request of await cache.keys()) if (!wanted.has(new URL(request.url).pathname)) await cache.delete(request)
}

const fresh = async (request) => {
  const response = await fetch(request)
  if (response.ok) void keepShell().catch(() => undefined)
  return response
}

const late = (ms) => new Promise((_, reject) => setTimeout(() => reject(new Error('too late')), ms))

const pageFor = async (request) => {
  const kept = await caches.match(page)
  if (!kept) return fresh(request)
  try {
    const response = await Promise.race([fresh(request), late(patienceMs)])
    return response.ok ? response : kept
  } catch {
    return kept
  }
}

const fileFor = async (request) => (await caches.match(request)) ?? fetch(request)

self.addEventListener('install', (event) => event.waitUntil(keepShell().then(() => self.skipWaiting())))
self.addEventListener('activate', (event) =>
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(names.filter((name) => name.startsWith('xiaonao-field-') && name !== cacheName).map((name) => caches.delete(name))),
      )
      .then(() => self.clients.claim()),
  ),
)
self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  if (request.mode === 'navigate' && pathname.startsWith(page)) event.respondWith(pageFor(request))
  else if (pathname.startsWith('/assets/') || pathname.startsWith(page)) event.respondWith(fileFor(request))
})
