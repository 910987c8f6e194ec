import { expect, test } from 'vitest'
import { cdp } from './cdp.ts'
import { messages } from './messages.ts'

test('[Q30] a message is whole, wherever it was cut', () => {
  const sent = Buffer.from('{"id":1}\0{"问":"候"}\0{}\0')
  for (const size of [1, 2, 3, 7, sent.length]) {
    const heard: string[] = []
    const hear = messages((message) => heard.push(message))
    for (let at = 0; at < sent.length; at += size) hear(sent.subarray(at, at + size))
    expect(heard).toEqual(['{"id":1}', '{"问":"候"}', '{}'])
  }
})

test('[Q30] each answer goes to who asked, each event to its session', async () => {
  const written: string[] = []
  const client = cdp((message) => written.push(message))
  const page = client.session('one')
  const urls: string[] = []
  page.on('Page.navigatedWithinDocument', ({ url }) => urls.push(url))
  const [first, second] = [client.browser.send('Browser.getVersion'), page.send('Page.reload')]
  expect(written.map((message) => JSON.parse(message) as unknown)).toEqual([
    { id: 1, method: 'Browser.getVersion', params: {} },
    { id: 2, method: 'Page.reload', params: {}, sessionId: 'one' },
  ])

  client.receive('{"method":"Page.navigatedWithinDocument","params":{"url":"a"},"sessionId":"one"}')
  client.receive('{"method":"Page.navigatedWithinDocument","params":{"url":"b"},"sessionId":"two"}')
  client.receive('{"id":2,"error":{"message":"no page"},"sessionId":"one"}')
  client.receive('{"id":1,"result":{"product":"it"}}')
  await expect(second).rejects.toThrow('Page.reload: no page')
  expect(await first).toEqual({ product: 'it' })
  expect(urls).toEqual(['a'])
})

test('[Q30] who still waits when the browser ends is told', async () => {
  const client = cdp(() => undefined)
  const asked = client.browser.send('Browser.getVersion')
  client.end()
  await expect(asked).rejects.toThrow('The browser is gone: Browser.getVersion')
  await expect(client.browser.send('Browser.close')).rejects.toThrow('The browser is gone')
})
