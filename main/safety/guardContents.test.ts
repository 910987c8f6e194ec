import type { WebContents } from 'electron'
import { expect, test } from 'vitest'
import { FakeContents } from '../testing/fakeContents.ts'
import { isDeskPage } from '../page/deskPages.ts'
import { guardContents } from './guardContents.ts'

const aPage = () => {
  const contents = new FakeContents()
  const told = { inside: [] as string[], outside: [] as string[], refused: [] as string[] }
  guardContents(contents as unknown as WebContents, {
    isOwnPage: isDeskPage,
    openInside: (url) => told.inside.push(url),
    openOutside: (url) => told.outside.push(url),
    refused: (what, url) => told.refused.push(`${what} ${url}`),
  })
  const tries = (event: string, url: string): boolean => {
    let isHeld = false
    contents.emit(event, { url, preventDefault: () => void (isHeld = true) })
    return !isHeld
  }
  return { contents, told, tries }
}

const elsewhere = [
  'https://room.example/',
  'http://127.0.0.1:8135/',
  'file:///etc/passwd',
  'about:blank',
  'data:text/html,x',
  'javascript:1',
  'app://xiaonao/field/',
  'app://evil/',
  'blob:app://xiaonao/x',
  '',
]

test.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])('[G6] %s goes to pages of the desktop alone', (event) => {
  const { tries, told } = aPage()
  expect(elsewhere.filter((url) => tries(event, url))).toEqual([])
  expect(told.refused).toHaveLength(elsewhere.length)
  expect(tries(event, 'app://xiaonao/?region=map')).toBe(true)
})

test('[G6] no page is embedded', () => {
  const { contents, told } = aPage()
  let isHeld = false
  contents.emit('will-attach-webview', { preventDefault: () => void (isHeld = true) })
  expect([isHeld, told.refused.length]).toEqual([true, 1])
})

test('[G7] a page never opens a window itself: ours opens as the desktop opens it, the rest is judged as a link', () => {
  const { contents, told } = aPage()
  const opened = ['app://xiaonao/supervise/', ...elsewhere].map((url) => contents.openHandler?.({ url } as never))
  expect(opened.every((answer) => answer?.action === 'deny')).toBe(true)
  expect(told.inside).toEqual(['app://xiaonao/supervise/'])
  expect(told.outside).toEqual(elsewhere)
})
