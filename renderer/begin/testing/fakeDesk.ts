import type { DeskAbout, DeskBridge } from '../../../shared/contracts/desk.ts'
import type { DeskAsk } from '../../../shared/contracts/deskNames.ts'

/** Answers as the test gives them, in the order of its asks; the last one stays. A word instead of one: not now, or never. */
export type Answers = Partial<Record<DeskAsk, readonly (object | 'refuses' | 'waits' | 'nothing')[]>>

const aboutDesk: DeskAbout = {
  version: '0.1.0',
  platform: 'linux',
  server: null,
  roomTrouble: null,
  window: { key: 'begin', region: 'begin', wall: null, isSeen: true },
  settings: { language: 'zh-CN', startsWithSystem: false, hotKey: null, hasHotKey: false, keepsSession: true, proxy: null },
}

/** What the page asks as it comes. */
const asItComes: Answers = { 'desk:about': [aboutDesk], 'room:begun': [{ begun: null }] }

/** The desktop as a page sees it: what it was asked is kept, what waits is answered by hand. */
export const fakeDesk = (answers: Answers = {}) => {
  const asked: { readonly name: DeskAsk; readonly payload: unknown }[] = []
  const waiting: ((answer: unknown) => void)[] = []
  const ask = (name: DeskAsk, payload: unknown): Promise<unknown> => {
    const before = asked.filter((one) => one.name === name).length
    asked.push({ name, payload })
    const given = answers[name] ?? asItComes[name] ?? ['refuses']
    const answer = given[Math.min(before, given.length - 1)]
    if (answer === 'waits') return new Promise((resolve) => void waiting.push(resolve))
    if (answer === 'refuses') return Promise.reject(new Error('refused'))
    return Promise.resolve(answer === 'nothing' ? undefined : answer)
  }
  return {
    desk: { ask } as Pick<DeskBridge, 'ask'>,
    /** Every ask but what the page asks as it comes. */
    asked: () => asked.filter(({ name }) => !(name in asItComes)),
    names: () => asked.map(({ name }) => name).filter((name) => !(name in asItComes)),
    /** The ask that has waited longest gets its answer. */
    answer: (given: unknown) => waiting.shift()?.(given),
  }
}

export const aboutWith = (server: string | null, language: 'zh-CN' | 'en' = 'zh-CN'): DeskAbout => ({
  ...aboutDesk,
  server,
  settings: { ...aboutDesk.settings, language },
})
