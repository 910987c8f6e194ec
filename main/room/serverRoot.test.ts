import { expect, test } from 'vitest'
import { serverRoot } from './serverRoot.ts'

test.each([
  ['/opt/xiaonao/resources/app.asar', '/opt/xiaonao/resources/app.asar.unpacked'],
  ['C:\\Program Files\\xiaonao\\resources\\app.asar', 'C:\\Program Files\\xiaonao\\resources\\app.asar.unpacked'],
  ['/home/someone/xiaonao', '/home/someone/xiaonao'],
  ['/home/someone/my-app.asar', '/home/someone/my-app.asar'],
  ['/home/app.asar/someone', '/home/app.asar/someone'],
])('[U11] a desktop that runs in %s has its server in %s', (root, expected) => {
  expect(serverRoot(root)).toBe(expected)
})
