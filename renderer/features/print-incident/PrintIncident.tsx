import { Button } from 'antd'
import { useState } from 'react'
import { flushSync } from 'react-dom'
import type { Filed } from '../../../shared/contracts/desk.ts'
import type { Incident } from '../../../shared/domain/incident/incident.ts'
import { inOrder } from '../../board/history.ts'
import { noticed } from '../../board/noticeSlice.ts'
import { useRoom } from '../../board/room.tsx'
import { useRoomDispatch, useRoomSelector } from '../../board/store.ts'
import { useNames } from '../../board/useNames.ts'
import { deskOf } from '../../feed/desk.ts'
import { useKeys } from '../../ui/keys.ts'
import { useWords, type Say } from '../../ui/words.ts'
import { PrintSheet, type Sheet } from './PrintSheet.tsx'
import { printWords } from './words.ts'

type Paper = 'paper' | 'pdf'

type Said = { readonly kind: 'done' | 'failed'; readonly text: string }

const saidOf = (filed: Filed, t: Say<(typeof printWords)['keys'][number]>): Said => {
  if (!filed.ok) return { kind: 'failed', text: t(`not.${filed.why}`) }
  return { kind: 'done', text: filed.path === null ? t('printed') : t('saved', { path: filed.path }) }
}

/** The browser's own dialog, which also saves as PDF; over when it is closed. */
const printHere = (): Promise<void> =>
  new Promise((resolve) => {
    window.addEventListener('afterprint', () => resolve(), { once: true })
    window.print()
  })

/** Puts one incident on paper or into a file, by button or Ctrl+P. */
export const PrintIncident = ({ incident }: { readonly incident: Incident }) => {
  const t = useWords(printWords)
  const names = useNames()
  const { feed } = useRoom()
  const dispatch = useRoomDispatch()
  const isFree = useRoomSelector((state) => state.desk.overlay === 'none')
  const [sheet, setSheet] = useState<Sheet | null>(null)
  const [isBusy, setBusy] = useState(false)
  const desk = deskOf(window)

  const print = async (as: Paper): Promise<Said | null> => {
    if (!desk) return printHere().then(() => null)
    const name = `${incident.id} ${names.kind(incident.kind)}`.slice(0, 120)
    return desk.ask('page:print', { as, name }).then(
      (filed) => saidOf(filed, t),
      (): Said => ({ kind: 'failed', text: t('failed') }),
    )
  }
  const begin = async (as: Paper) => {
    if (isBusy) return
    setBusy(true)
    const events = await feed.ask('incident:history', { incident: incident.id }).catch(() => null)
    const at = feed.now()
    // It must stand on the page before anything looks at the page to print it.
    flushSync(() => setSheet({ incident, events: events && inOrder(events), at }))
    const said = await print(as)
    setSheet(null)
    setBusy(false)
    if (said !== null) dispatch(noticed({ id: `print:${at}`, at: feed.now(), ...said }))
  }
  useKeys({ 'Ctrl+p': () => void begin('paper') }, isFree)

  const button = (as: Paper, said: string) => (
    <Button size="small" disabled={isBusy} onClick={() => void begin(as)}>
      {said}
    </Button>
  )
  return (
    <div className="xn-card-line">
      {desk ? (
        <>
          {button('paper', t('print'))}
          {button('pdf', t('pdf'))}
        </>
      ) : (
        button('paper', t('either'))
      )}
      <kbd>Ctrl+P</kbd>
      {sheet && <PrintSheet {...sheet} />}
    </div>
  )
}
