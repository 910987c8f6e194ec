import { expect, test } from 'vitest'
import { protocolVersion } from '../../shared/contracts/version.ts'
import { sayOf } from '../ui/words.ts'
import type { AddressTrouble, MachineTrouble } from './beginning.ts'
import { troubleText } from './troubleText.ts'
import { troubleWords } from './troubleWords.ts'
import { lookRefusals } from './testing/looks.ts'

const languages = ['zh-CN', 'en'] as const

const ofAddress = (why: AddressTrouble['why'], said: string | null = null, isAfterTrust = false): AddressTrouble => ({
  of: 'address',
  why,
  said,
  isAfterTrust,
})
const ofMachine = (why: MachineTrouble['why'], said = ''): MachineTrouble => ({ of: 'machine', town: 'own', why, said })

const said = (trouble: AddressTrouble | MachineTrouble, language: (typeof languages)[number] = 'en') =>
  troubleText(trouble, sayOf(troubleWords, language))

test('[Y2] every trouble has a title and something to do, in both languages, and no two say the same', () => {
  const troubles = [
    ...lookRefusals.map((why) => ofAddress(why)),
    ofAddress('bad-certificate', 'other-name'),
    ofAddress('unreachable', null, true),
    ofAddress('nothing-typed'),
    ofAddress('no-answer'),
    ofMachine('stopped'),
    ofMachine('cannot-start', 'why'),
  ]
  for (const language of languages) {
    const texts = troubles.map((trouble) => said(trouble, language))
    for (const { title, todo } of texts) expect([title.length > 3, todo.length > 8, todo.includes('{{')]).toEqual([true, true, false])
    expect(new Set(texts.map(({ title }) => title)).size).toBe(troubles.length)
    expect(new Set(texts.map(({ todo }) => todo)).size).toBe(troubles.length)
  }
})

test('[Y2] with another version it says which of the two is to be brought up to date', () => {
  expect(said(ofAddress('other-version', String(protocolVersion + 1))).todo).toMatch(/server is newer/)
  expect(said(ofAddress('other-version', String(protocolVersion - 1))).todo).toMatch(/server is older/)
  expect(said(ofAddress('other-version', '99'), 'zh-CN').todo).toContain(`通信版本 99，本机 ${protocolVersion}`)
})

test('[Y2] a certificate that is for another name is told from one outside its dates', () => {
  expect(said(ofAddress('bad-certificate', 'other-name')).title).toMatch(/another name/)
  expect(said(ofAddress('bad-certificate', 'ran-out')).title).toMatch(/dates/)
})

test('[Y6] nobody there after trusting says that nothing was trusted', () => {
  expect(said(ofAddress('unreachable', null, true)).title).toMatch(/^Not trusted/)
})

test('[Y7] with the example town no file is said to be missing when the start was stopped', () => {
  expect(said({ ...ofMachine('stopped'), town: 'example' }).title).toBe('The start was stopped')
  expect(said(ofMachine('stopped')).title).toMatch(/file/)
})

test('[Y7] a server that said nothing is not said to have said something', () => {
  expect(said(ofMachine('cannot-start', 'town.json: wrong')).todo).toMatch(/what the server said/)
  expect(said(ofMachine('cannot-start')).todo).toMatch(/did not say why/)
})
