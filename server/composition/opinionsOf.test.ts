import { expect, test } from 'vitest'
import { opinionsOf } from './opinionsOf.ts'

const warning = (opinionUrl: string | null) =>
  opinionsOf({
    settings: { opinionUrl, opinionModel: 'room-7b', opinionKey: null },
    towns: new Map(),
    time: { monotonic: () => 0, setTimer: () => () => {} },
    onTrouble: () => {},
  }).warning

test.each(['http://10.1.2.3:8000/v1', 'https://model.room.example/v1', 'http://[fd00::1]/v1'])(
  '[B58] the start says in both languages that words go to %s',
  (url) => expect(warning(url)).toMatch(new RegExp(`发往 .*${new URL(url).hostname.replace(/[[\]]/g, '')}[^]*are sent to`)),
)

test.each([null, 'http://127.0.0.1:8080/v1', 'http://localhost/v1', 'http://[::1]:8080/v1'])(
  '[B58] with %s no word leaves the machine, and none is said of it',
  (url) => expect(warning(url)).toBeNull(),
)
