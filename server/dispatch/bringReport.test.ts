import { expect, test } from 'vitest'
import { aBringer, bringing, report } from './testing/aBringer.ts'
import { aDesk, asking, note, town } from './testing/aDesk.ts'

test('[W1] a report sent twice, at once or later, is one incident, new once, and recommended once', async () => {
  const { bring, recommended, events } = aBringer()
  const same = bringing()
  const [first, second] = await Promise.all([bring(report, same), bring(report, same)])
  const third = await bring(report, same)
  expect([first, second, third]).toMatchObject([
    { ok: true, incident: 'E-1001', isNew: true },
    { ok: true, incident: 'E-1001', isNew: false },
    { ok: true, incident: 'E-1001', isNew: false },
  ])
  expect(recommended).toEqual(['E-1001'])
  expect(await events()).toHaveLength(1)
})

test('[W1] a report sent again after the clock was set back is still not new', async () => {
  const { bring, recommended, setNow } = aBringer()
  const same = bringing()
  await bring(report, same)
  setNow(Date.UTC(2026, 2, 2, 0))
  expect(await bring(report, same)).toMatchObject({ ok: true, isNew: false })
  expect(recommended).toHaveLength(1)
})

test('[W1] a report that an earlier run of the server kept is answered as that run answered it', async () => {
  const before = aBringer()
  const same = bringing()
  const first = await before.bring(report, same)
  const after = aBringer({
    ...aDesk((keep) => ({ ...keep, commandAt: (id) => before.journal.commandAt(town, id) })),
    journal: before.journal,
  })
  expect(await after.bring(report, same)).toEqual({ ...first, isNew: false })
  expect(after.recommended).toEqual([])
})

test('[W1] an id that was used for something else brings no report', async () => {
  const { bring, desk } = aBringer()
  const used = asking()
  await desk.do(note('a'), used)
  expect(await bring(report, bringing(used.id))).toMatchObject({ ok: false, refusal: { reason: 'malformed', field: 'id' } })
})
