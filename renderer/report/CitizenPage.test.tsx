import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { CitizenReport, CitizenView } from '../../shared/contracts/citizen.ts'
import { readAddress } from './address.ts'
import type { CitizenApi, Reply } from './citizenApi.ts'
import { CitizenPage } from './CitizenPage.tsx'
import { keptReports } from './keptReports.ts'
import { reportText } from './reportText.ts'
import { fittedSize, longestSide } from './shrinkPhoto.ts'
import { handedWords, nextWords, stepWords, timeText, words } from './words.ts'

const at = Date.UTC(2026, 10, 22, 1, 30)

const place = {
  townName: '四季江街道',
  townNameEn: 'Sijijiang',
  name: '太和广场3幢',
  address: '钱江路58号',
  choices: [{ zh: '邻居太吵', en: 'Noisy neighbours' }],
}

const view: CitizenView = {
  now: at,
  place: '钱江路58号',
  text: '太吵了',
  sentAt: at,
  step: 'received',
  steps: [{ step: 'received', at }],
  next: { step: 'checked', by: at + 60_000, isLate: false },
  handedTo: null,
  isShared: false,
  outcome: null,
  canRate: false,
  rating: null,
}

const offline = { ok: false, why: 'offline' } as const
const yes = <T,>(value: T): Reply<T> => ({ ok: true, value })
const no = (status: number, zh: string): Reply<never> => ({ ok: false, why: 'refused', status, says: { zh, en: zh } })

const apiWith = (changes: Partial<CitizenApi> = {}): CitizenApi => ({
  building: async () => yes(place),
  photo: async () => offline,
  report: async () => yes({ follow: 'token-1', notes: [] }),
  follow: async () => yes(view),
  rate: async () => yes(undefined),
  ...changes,
})

const open = (path: string, api: CitizenApi) => {
  history.replaceState(null, '', path)
  return render(<CitizenPage api={api} />)
}

const qr = '/report/?b=B12&s=good-signature'

beforeEach(() => localStorage.clear())
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

describe('reporting', () => {
  test('[Z10] words that could not be sent stay on the phone, and sending again is the same report', async () => {
    const sent: CitizenReport[] = []
    const failing = apiWith({
      report: async (report) => {
        sent.push(report)
        return offline
      },
    })
    const first = open(qr, failing)
    fireEvent.change(await screen.findByLabelText(words.what.zh), { target: { value: '三楼漏水' } })
    fireEvent.click(screen.getByRole('button', { name: words.send.zh }))
    await screen.findByText(words.offline.zh)
    first.unmount()

    open(qr, apiWith({ report: async (report) => (sent.push(report), yes({ follow: 'token-1', notes: [] })) }))
    expect(await screen.findByDisplayValue('三楼漏水')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: words.send.zh }))
    await screen.findByText(stepWords.received.name.zh, { selector: 'h2' })
    expect(sent.map((one) => one.text)).toEqual(['三楼漏水', '三楼漏水'])
    expect(new Set(sent.map((one) => one.id)).size).toBe(1)
    expect(keptReports.all()).toMatchObject([{ follow: 'token-1', text: '三楼漏水' }])
    expect(keptReports.draft('B12').text).toBe('')
  })

  test('[Z13] what was left out of a report is told where it is followed, also when the page is opened again', async () => {
    const note = { zh: '有 1 张照片没有找到', en: '1 photo could not be found' }
    const first = open(qr, apiWith({ report: async () => yes({ follow: 'token-1', notes: [note] }) }))
    fireEvent.change(await screen.findByLabelText(words.what.zh), { target: { value: '三楼漏水' } })
    fireEvent.click(screen.getByRole('button', { name: words.send.zh }))
    expect(await screen.findByText(note.zh)).toBeTruthy()
    first.unmount()
    const again = open(`${qr}&lang=en#f=token-1`, apiWith())
    expect(await screen.findByText(note.en)).toBeTruthy()
    again.unmount()
    open(`${qr}#f=token-2`, apiWith())
    await screen.findByText(stepWords.received.name.zh, { selector: 'h2' })
    expect(screen.queryByText(note.zh)).toBeNull()
  })

  test('[Z5] the town is named in the language of the page', async () => {
    const shown = open(`${qr}&lang=en`, apiWith())
    expect(await screen.findByText(/Sijijiang · /)).toBeTruthy()
    expect(shown.container.textContent).not.toContain('四季江')
    shown.unmount()
    open(qr, apiWith())
    expect(await screen.findByText(/四季江街道 · /)).toBeTruthy()
  })

  test('[Z10] nothing said is not sent; a chosen matter alone is, in Chinese whatever the language', async () => {
    const sent: CitizenReport[] = []
    open(`${qr}&lang=en`, apiWith({ report: async (report) => (sent.push(report), no(429, '请 30 秒后再试')) }))
    fireEvent.click(await screen.findByRole('button', { name: words.send.en }))
    expect(screen.getByRole('alert').textContent).toBe(words.say.en)
    fireEvent.click(screen.getByRole('button', { name: 'Noisy neighbours' }))
    fireEvent.click(screen.getByRole('button', { name: words.send.en }))
    await waitFor(() => expect(screen.getByRole('alert').textContent).toBe('请 30 秒后再试'))
    expect(sent).toMatchObject([{ text: '邻居太吵', phone: null }])
  })

  test('[Z1] a code that is not valid, and no code at all, say what to do', async () => {
    open(qr, apiWith({ building: async () => no(403, 'x') }))
    await screen.findByText(words.badCodeWhat.zh)
    cleanup()
    open('/report/', apiWith())
    await screen.findByText(words.badCodeWhat.zh)
  })

  test('[Z40] whatever is wrong with the code or the network, the emergency numbers are one touch away', async () => {
    for (const [path, building] of [
      [qr, no(403, 'x')],
      [qr, offline],
      ['/report/', offline],
    ] as const) {
      open(path, apiWith({ building: async () => building }))
      await screen.findByRole('heading', { level: 2 })
      expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual(['tel:110', 'tel:119', 'tel:120'])
      cleanup()
    }
  })

  test('[Z10] without network the page says so and opens when asked again', async () => {
    let isCut = true
    open(qr, apiWith({ building: async () => (isCut ? offline : yes(place)) }))
    isCut = false
    fireEvent.click(await screen.findByRole('button', { name: words.retry.zh }))
    await screen.findByText('太和广场3幢')
  })
})

describe('following', () => {
  test('[Z11] an open page asks every 15 seconds and when the person comes back; cut off, it says since when', async () => {
    vi.useFakeTimers()
    let asked = 0
    let isCut = false
    open(`${qr}#f=token-1`, apiWith({ follow: async () => ((asked += 1), isCut ? offline : yes(view)) }))
    await act(() => vi.advanceTimersByTimeAsync(0))
    expect(asked).toBe(1)
    expect(screen.getByText('最迟 09:31', { exact: false })).toBeTruthy()
    await act(() => vi.advanceTimersByTimeAsync(15_000))
    expect(asked).toBe(2)
    isCut = true
    await act(async () => window.dispatchEvent(new Event('focus')))
    await act(() => vi.advanceTimersByTimeAsync(0))
    expect(asked).toBe(3)
    expect(screen.getByText(/网络不通，以下是此时的情况： 09:30/)).toBeTruthy()
    expect(screen.getByText(stepWords.received.name.zh, { selector: 'h2' })).toBeTruthy()
  })

  test('[Z8] a closed one can be rated; afterwards it thanks', async () => {
    const rated: unknown[] = []
    const rating = { stars: 4, comment: '' }
    const closed: CitizenView = { ...view, step: 'closed', next: null, outcome: '已劝离', canRate: true }
    open(
      `${qr}#f=token-1`,
      apiWith({
        follow: async () => yes(rated.length > 0 ? { ...closed, canRate: false, rating } : closed),
        rate: async (one) => (rated.push(one), yes(undefined)),
      }),
    )
    const send = await screen.findByRole<HTMLButtonElement>('button', { name: words.sendRating.zh })
    expect(send.disabled).toBe(true)
    fireEvent.click(screen.getByLabelText('4 星'))
    fireEvent.click(send)
    await screen.findByText(words.thanks.zh)
    expect(rated).toEqual([{ follow: 'token-1', stars: 4, comment: '' }])
  })

  test('[Z7] a link that follows nothing says so', async () => {
    open('/report/#f=nothing', apiWith({ follow: async () => no(404, 'x') }))
    await screen.findByText(words.badLinkWhat.zh)
  })
})

describe('small things', () => {
  test('[Z11] the token stands behind #, where no server writes it down', () => {
    expect(readAddress('?b=B12&s=sig', '#f=town.E-1.R-1.seal')).toEqual({
      code: { building: 'B12', signature: 'sig' },
      follow: 'town.E-1.R-1.seal',
    })
    expect(readAddress('?b=B12', '')).toEqual({ code: null, follow: null })
  })

  test('[Z10] chosen matters and own words become one text of at most 4,000 characters', () => {
    expect(reportText(['漏水', '垃圾'], ' 三楼 ')).toBe('漏水；垃圾。三楼')
    expect(reportText([], '  ')).toBe('')
    expect(reportText(['漏水'], '水'.repeat(5_000))).toHaveLength(4_000)
  })

  test('[Z4] a photo is made smaller before it is sent, in proportion and never larger', () => {
    expect(fittedSize(4_000, 3_000)).toEqual({ width: longestSide, height: 1_200 })
    expect(fittedSize(3_000, 4_000)).toEqual({ width: 1_200, height: longestSide })
    expect(fittedSize(640, 480)).toEqual({ width: 640, height: 480 })
    expect(fittedSize(10_000, 1)).toEqual({ width: longestSide, height: 1 })
  })

  test('[C51] a citizen reads of a transfer, by the word that the room uses', () => {
    const said = [stepWords.transferred.name, stepWords.transferred.says, nextWords.transferred, ...Object.values(handedWords)]
    for (const { en } of said) expect(en).toMatch(/transfer/i)
    for (const { en } of said) expect(en).not.toMatch(/hand(ed)? (on|over|to)/i)
  })

  test('[Z5] times are China’s; another day is said with its date; every step has words in both languages', () => {
    expect(timeText(at, at)).toBe('09:30')
    expect(timeText(at - 86_400_000, at)).toBe('11/21 09:30')
    expect(timeText(Date.UTC(2026, 10, 21, 16, 5), at)).toBe('00:05')
    const said = [
      ...Object.values(stepWords).flatMap(({ name, says }) => [name, says]),
      ...Object.values(nextWords),
      ...Object.values(words),
    ]
    expect(said.every(({ zh, en }) => zh.trim() !== '' && en.trim() !== '')).toBe(true)
  })
})
