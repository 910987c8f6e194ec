import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { aTaxonomy } from '../../shared/testing/aTaxonomy.ts'
import { restMs } from './breaker.ts'
import { limitMs, mostAtOnce, secondOpinion, type SecondOpinion } from './secondOpinion.ts'
import { handTimer } from './testing/handTimer.ts'
import {
  answers,
  endless,
  hangsUp,
  says,
  sendsElsewhere,
  silent,
  standInModel,
  stutters,
  type Manner,
  type StandInModel,
} from './testing/standInModel.ts'

let model: StandInModel
let time: ReturnType<typeof handTimer>
let opinions: SecondOpinion
let troubles: unknown[]

const opened = (url: string, key: string | null = null) =>
  secondOpinion({ endpoint: { url, model: 'room-7b', key }, taxonomy: aTaxonomy, ...time, onTrouble: (error) => void troubles.push(error) })

beforeEach(async () => {
  model = await standInModel()
  time = handTimer()
  troubles = []
  opinions = opened(model.url)
})
afterEach(async () => {
  opinions.close()
  await model.close()
})

const matter = (text: string) => ({ reports: [{ text, caller: { name: null, phone: null } }] as never })
const ask = (text = '楼上半夜装修') => opinions.ask(matter(text), 'zh')

const good = { summary: '楼上深夜装修扰民', kind: 'C02', questions: ['还在响吗？'] }
const given = { state: 'given', opinion: good }
const none = (why: string) => ({ state: 'none', why })

/** Asks while the model behaves so, and lets the three seconds pass once it has heard. */
const askedInVain = async (text: string, manner: Manner) => {
  model.behaves(manner)
  const before = model.questions.length
  const asked = ask(text)
  await model.heard(before + 1)
  time.pass(limitMs)
  return asked
}

describe('a model that answers', () => {
  beforeEach(() => model.behaves(says(JSON.stringify(good))))

  test('[B55] what it makes of the words is an opinion', async () => {
    expect(await ask()).toEqual(given)
    expect(time.armed()).toBe(0)
  })

  test('[B55] it is asked as OpenAI-compatible servers are, with the model’s name and the key when there is one', async () => {
    opinions = opened(`${model.url}/`, 'secret-key')
    await ask('楼上半夜装修')
    const [asked] = model.questions
    expect(asked).toMatchObject({
      path: '/v1/chat/completions',
      authorization: 'Bearer secret-key',
      body: { model: 'room-7b', stream: false },
    })
    expect(asked?.body.messages.map(({ role }) => role)).toEqual(['system', 'user'])
    expect(asked?.body.messages[1]?.content).toBe('["楼上半夜装修"]')
    opinions = opened(model.url)
    await ask()
    expect(model.questions[1]?.authorization).toBeUndefined()
  })

  test('[B56] the same words are asked about once, also while they are being asked; other words or another language anew', async () => {
    const [one, two] = await Promise.all([ask(), ask()])
    expect([one, two, await ask()]).toEqual([given, given, given])
    expect(model.questions).toHaveLength(1)
    await opinions.ask(matter('楼上半夜装修'), 'en')
    await ask('楼上半夜装修，现在停了')
    expect(model.questions).toHaveLength(3)
  })

  test('[B56] of many hundred opinions the oldest are forgotten', async () => {
    for (let i = 0; i <= 300; i++) await ask(`第${i}件`)
    await ask('第300件')
    expect(model.questions).toHaveLength(301)
    await ask('第0件')
    expect(model.questions).toHaveLength(302)
  })

  test('[B58] numbers and the caller’s name do not leave the room', async () => {
    const reports = [{ text: '我是王小芳，电话13812345678', caller: { name: '王小芳', phone: '13812345678' } }]
    await opinions.ask({ reports } as never, 'zh')
    expect(JSON.stringify(model.questions)).not.toMatch(/王小芳|12345678/)
    expect(JSON.stringify(model.questions)).toContain('138****5678')
  })
})

describe('a model that does not answer', () => {
  test.each([
    ['says nothing', silent],
    ['begins and says no more', stutters],
  ])('[B56] one that %s is left after three seconds, and hung up on', async (_, manner) => {
    expect(await askedInVain('楼上', manner)).toEqual(none('late'))
    await model.leftBy(1)
    expect(time.armed()).toBe(0)
  })

  test('[B56] until three seconds have passed it is waited for', async () => {
    let release = () => {}
    model.behaves((response, socket) => void (release = () => says(JSON.stringify(good))(response, socket)))
    const asked = ask()
    await model.heard(1)
    time.pass(limitMs - 1)
    release()
    expect(await asked).toEqual(given)
  })

  test('[B56] at most two are asked at once; the next is told at once and asked nobody', async () => {
    const asked = Array.from({ length: mostAtOnce }, (_, i) => ask(`第${i}件`))
    await model.heard(mostAtOnce)
    expect(await ask('还有一件')).toEqual(none('busy'))
    time.pass(limitMs)
    expect(await Promise.all(asked)).toEqual([none('late'), none('late')])
    model.behaves(says(JSON.stringify(good)))
    expect(await ask('还有一件')).toEqual(given)
    expect(model.questions).toHaveLength(mostAtOnce + 1)
  })

  test('[B56] one that is not there is said to be down', async () => {
    await model.close()
    expect(await ask()).toEqual(none('down'))
    expect(time.armed()).toBe(0)
  })

  test('[B56] a server that stops hangs up on what is being asked', async () => {
    const asked = ask()
    await model.heard(1)
    opinions.close()
    expect(await asked).toEqual(none('down'))
    await model.leftBy(1)
  })
})

describe('a model that answers wrongly', () => {
  test.each<[string, Manner, string]>([
    ['500', answers('{"error":"out of memory"}', 500), 'down'],
    ['401', answers('{"error":"no key"}', 401), 'down'],
    ['hanging up', hangsUp, 'down'],
    ['no JSON', answers('<html><script>alert(1)</script></html>'), 'unusable'],
    ['an empty body', answers(''), 'unusable'],
    ['another shape', answers('{"answer":"42"}'), 'unusable'],
    ['no choice', answers('{"choices":[]}'), 'unusable'],
    ['words that are no opinion', says('好的，我这就派三个人过去。'), 'unusable'],
    ['an opinion of the wrong shape', says('{"units":["W1"],"send":true}'), 'unusable'],
    ['ten megabytes', answers(`{"choices":[{"message":{"content":"${'x'.repeat(10_000_000)}"}}]}`), 'unusable'],
    ['endless talk', endless, 'unusable'],
  ])('[B57] %s is no opinion, and nobody waits for more of it', async (_, manner, why) => {
    model.behaves(manner)
    expect(await ask()).toEqual(none(why))
    expect(time.armed()).toBe(0)
  })

  test('[B57] what talks without end is hung up on', async () => {
    model.behaves(endless)
    expect(await ask()).toEqual(none('unusable'))
    await model.leftBy(1)
  })

  test('[B57] markup and orders in an opinion stay words, and are no more than its fields', async () => {
    const hostile = {
      ...good,
      summary: '<img src=x onerror=alert(1)> 请立即派出 W1',
      kind: 'W1',
      units: ['W1'],
      command: { type: 'units.assign' },
    }
    model.behaves(says(JSON.stringify(hostile)))
    expect(await ask()).toEqual({ state: 'given', opinion: { summary: hostile.summary, kind: null, questions: good.questions } })
  })

  test('[B58] words are sent to nobody whom the model names', async () => {
    const other = await standInModel(says(JSON.stringify(good)))
    model.behaves(sendsElsewhere(`${other.url}/chat/completions`))
    expect(await ask()).toEqual(none('down'))
    expect(other.questions).toEqual([])
    await other.close()
  })
})

describe('a model that failed', () => {
  const fail = () => {
    model.behaves(answers('', 500))
    return ask(`第${model.questions.length}件`)
  }

  test('[B56] after three failures in a row it is left alone for a minute, which is told once', async () => {
    for (let i = 0; i < 3; i++) expect(await fail()).toEqual(none('down'))
    expect(troubles.map(String)).toEqual(['ModelTrouble: The model answered 500'])
    expect(await ask('又一件')).toEqual(none('resting'))
    time.pass(restMs - 1)
    expect(await ask('又一件')).toEqual(none('resting'))
    expect(model.questions).toHaveLength(3)
  })

  test('[B56] then one tries, and the others wait for how that goes', async () => {
    for (let i = 0; i < 3; i++) await fail()
    time.pass(restMs)
    model.behaves(silent)
    const trial = ask('试一件')
    await model.heard(4)
    expect(await ask('又一件')).toEqual(none('resting'))
    time.pass(limitMs)
    expect(await trial).toEqual(none('late'))
    expect(await ask('又一件')).toEqual(none('resting'))
    expect(troubles).toHaveLength(1)
    time.pass(restMs)
    model.behaves(says(JSON.stringify(good)))
    expect(await ask('又一件')).toEqual(given)
    expect(await ask('再一件')).toEqual(given)
  })

  test('[B56] failures between good answers are bad luck; what is known is shown while it rests', async () => {
    const known = async () => {
      model.behaves(says(JSON.stringify(good)))
      return ask(`好的${model.questions.length}`)
    }
    for (let i = 0; i < 4; i++) {
      await fail()
      await fail()
      expect(await known()).toEqual(given)
    }
    await ask('熟的')
    for (let i = 0; i < 3; i++) await fail()
    expect(await ask('生的')).toEqual(none('resting'))
    expect(await ask('熟的')).toEqual(given)
  })
})
