import { expect, test } from 'vitest'
import { originOf, toApp, toPage, toPagePolicy } from './appUrl.ts'

const pairs = [
  ['app://xiaonao/', 'http://xiaonao.localhost/'],
  ['app://xiaonao/console?view=2#map', 'http://xiaonao.localhost/console?view=2#map'],
  ['app://xiaonao', 'http://xiaonao.localhost'],
] as const

test.each(pairs)('[Q29] %s is %s to the browser, and back', (app, page) => {
  expect(toPage(app)).toBe(page)
  expect(toApp(page)).toBe(app)
})

test.each([
  'https://xiaonao.localhost/',
  'http://xiaonao.localhost:8080/',
  'http://localhost/',
  'http://a.example/?to=http://x.localhost/',
  'about:blank',
])('[Q29] %s is nobody else', (url) => {
  expect(toApp(url)).toBe(url)
  expect(toPage(url)).toBe(url)
})

test('[Q29] the origin of a page is that of its scheme; what is no place has none', () => {
  expect(originOf('http://xiaonao.localhost/console')).toBe('app://xiaonao')
  expect(originOf('app://xiaonao/console')).toBe('app://xiaonao')
  expect(originOf('https://room.example:8443/x')).toBe('https://room.example:8443')
  expect(originOf('about:blank')).toBe('null')
})

test('[Q29] a policy that names the scheme names the pages of the browser', () => {
  const policy = "default-src 'self'; img-src app: data:; connect-src app://xiaonao https://map.example; font-src app:"
  expect(toPagePolicy(policy)).toBe(
    "default-src 'self'; img-src http://*.localhost data:; connect-src http://xiaonao.localhost https://map.example; font-src http://*.localhost",
  )
})
