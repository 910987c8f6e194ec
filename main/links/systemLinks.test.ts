import { expect, test } from 'vitest'
import { freshElectron } from '../testing/electron.ts'
import { systemLinks } from './systemLinks.ts'

test('[E14] a link that starts the program waits until somebody takes links, the latest alone; later ones come at once', () => {
  const { app } = freshElectron()
  let isOurs = 0
  const comes = (url: string) => void app.emit('open-url', { preventDefault: () => (isOurs += 1) }, url)
  const links = systemLinks()
  comes('xiaonao://incident/E-1')
  comes('xiaonao://incident/E-2')
  const taken: string[] = []
  links.taken((url) => taken.push(url))
  expect(taken).toEqual(['xiaonao://incident/E-2'])
  comes('xiaonao://incident/E-3')
  expect([taken, isOurs]).toEqual([['xiaonao://incident/E-2', 'xiaonao://incident/E-3'], 3])
})
