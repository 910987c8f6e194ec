/* The shell of the wall's page for a start without the server: after a power cut the wall's machine is often up first, and
   nobody presses "reload". Answers of the server are never kept here. */
const cacheName = 'xiaonao-wall-1'
const page = '/wall/'
/** A server that is being started is waited for this long before the kept page is shown, which then goes on trying, ms. */
const patienceMs = 3_000

const filesNamedIn = (html) => [...new Set(html.match(/\/assets\/[A-Za-z0-9_./-]+\.(?:js|css|svg)/g) ?? [])]

const keepShell = async (response) => {
  const cache = await caches.open(cacheName)
  const files = filesNamedIn(await response.clone().text())
  await cache.addAll(files)
  await cache.put(page, response)
  const wanted = new Set([page, ...files])
  for (const request of await cache.keys()) if (!wanted.has(new URL(request.url).pathname)) await cache.delete(request)
}

const fresh = async () => {
  const response = await fetch(page, { cache: 'no-cache' })
  if (!response.ok) throw new Error(`The page answered ${response.status}`)
  void keepShell(response.clone()).catch(() => undefined)
  return response
}

const late = (ms) => new Promise((_, reject) => setTimeout(() => reject(new Error('too late')), ms))

const pageFor = async () => {
  const kept = await caches.match(page)
  if (!kept) return fresh()
  return Promise.race([fresh(), late(patienceMs)]).catch(() => kept)
}

self.addEventListener('install', (event) =>
  event.waitUntil(
    fetch(page, { cache: 'no-cache' })
      .then(keepShell)
      .then(() => self.skipWaiting()),
  ),
)
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))
self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  if (request.mode === 'navigate' && pathname === page) event.respondWith(pageFor())
  else if (pathname.startsWith('/assets/')) event.respondWith(caches.match(request).then((kept) => kept ?? fetch(request)))
})
