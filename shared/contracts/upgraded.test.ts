import { expect, test } from 'vitest'
import { upgraded, type Upgrade } from './upgraded.ts'

const named: Upgrade = (older) => ({ ...(older as object), version: 2, name: '未命名' })
const counted: Upgrade = (older) => ({ ...(older as object), version: 3, count: (older as { name: string }).name.length })

test.each([
  [{ version: 1 }, { version: 3, name: '未命名', count: 3 }],
  [
    { version: 2, name: '早' },
    { version: 3, name: '早', count: 1 },
  ],
  [
    { version: 3, name: '早', count: 7 },
    { version: 3, name: '早', count: 7 },
  ],
])('[L3] %j is brought to today one version at a time', (older, value) => {
  expect(upgraded(older, 3, [named, counted])).toEqual({ state: 'current', value })
})

test.each([
  [{ version: 4 }, 'newer'],
  [{ version: 0 }, 'damaged'],
  [{ version: 1.5 }, 'damaged'],
  [{}, 'damaged'],
  [null, 'damaged'],
  [{ version: 2 }, 'damaged'],
])('[L3] %j cannot be brought to today: it is %s', (older, state) => {
  expect(upgraded(older, 3, [named, counted])).toEqual({ state })
})
