import { vi } from 'vitest'
import type { DeskAbout, DeskBridge, toDesk, toMain } from '../../shared/contracts/desk.ts'
import type { DeskAsk, DeskNews } from '../../shared/contracts/deskNames.ts'
import type { Payload, Reply } from '../../shared/contracts/wire.ts'

type Answers = { readonly [K in DeskAsk]?: (payload: Payload<(typeof toMain)[K]>) => Reply<(typeof toMain)[K]> }

export const anAbout: DeskAbout = {
  version: '0.1.0',
  platform: 'linux',
  server: 'https://room.example:8135',
  roomTrouble: null,
  window: { key: 'w1', region: 'all', wall: null, isSeen: true },
  settings: {
    language: 'zh-CN',
    startsWithSystem: false,
    hotKey: 'CommandOrControl+Alt+N',
    hasHotKey: true,
    keepsSession: true,
    proxy: null,
  },
}

/**
 * The desktop app around a page, from now until the end of the test: it answers what it was given answers for, and what
 * was not foreseen never. What the page asked is written down; `tell` says news to it.
 */
export const aDesk = (answers: Answers = {}) => {
  const asked: { readonly name: DeskAsk; readonly payload: unknown }[] = []
  const ears = new Map<DeskNews, Set<(payload: never) => void>>()
  const known: Answers = { 'desk:about': () => anAbout, 'desk:set': () => anAbout, 'alarms:are': () => undefined, ...answers }
  const bridge: DeskBridge = {
    ask: async (name, payload) => {
      asked.push({ name, payload })
      const answer = known[name] as ((payload: unknown) => unknown) | undefined
      return (answer ? answer(payload) : new Promise(() => {})) as never
    },
    hear: (name, listener) => {
      const all = ears.get(name) ?? new Set()
      ears.set(name, all.add(listener))
      return () => void all.delete(listener)
    },
  }
  vi.stubGlobal('desk', bridge)
  return {
    tell: <K extends DeskNews>(name: K, payload: Payload<(typeof toDesk)[K]>) => {
      for (const listener of ears.get(name) ?? []) listener(payload as never)
    },
    /** Payloads of the questions of this name, in their order. */
    asked: <K extends DeskAsk>(name: K) =>
      asked.filter((one) => one.name === name).map(({ payload }) => payload as Payload<(typeof toMain)[K]>),
  }
}
