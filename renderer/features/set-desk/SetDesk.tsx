import { Button, Modal } from 'antd'
import { useState } from 'react'
import { deskOf } from '../../feed/desk.ts'
import { useWords } from '../../ui/words.ts'
import { DeskFields } from './DeskFields.tsx'
import { LeaveRoom } from './LeaveRoom.tsx'
import { UpdateLine } from './UpdateLine.tsx'
import { useAbout } from '../../board/useAbout.ts'
import { deskWords } from './words.ts'
import './set-desk.css'

type Props = {
  /** Opens the dialog of window layouts; left out where there is none. */
  readonly onLayouts?: () => void
}

const Diagnostics = () => {
  const t = useWords(deskWords)
  const [said, setSaid] = useState<string | null>(null)
  const save = () =>
    void deskOf(window)
      ?.ask('diagnostics:export', {})
      .then(
        (filed) => setSaid(filed.ok ? t('diagnostics.saved', { path: filed.path ?? '' }) : t('diagnostics.not')),
        () => setSaid(t('diagnostics.not')),
      )
  return (
    <>
      <Button size="small" onClick={save}>
        {t('diagnostics')}
      </Button>
      {said && <span role="status">{said}</span>}
    </>
  )
}

const Settings = ({ onLayouts }: Props) => {
  const t = useWords(deskWords)
  const { about, hasFailed, set } = useAbout()
  return (
    <div className="xn-set-desk">
      {hasFailed && <p role="alert">{t('failed')}</p>}
      {about && (
        <>
          <p className="xn-dim">
            {t('version', { version: about.version })} · {t('server', { server: about.server ?? '—' })}
          </p>
          <DeskFields settings={about.settings} set={set} />
        </>
      )}
      <h3>{t('update')}</h3>
      <UpdateLine />
      <div className="xn-set-desk-line">
        {onLayouts && (
          <Button size="small" onClick={onLayouts}>
            {t('layouts')}
          </Button>
        )}
        <Diagnostics />
      </div>
      <LeaveRoom />
    </div>
  )
}

/** The settings of this workstation, in the header of the desktop app; a browser has none. */
export const SetDesk = ({ onLayouts }: Props) => {
  const t = useWords(deskWords)
  const [isOpen, setOpen] = useState(false)
  if (!deskOf(window)) return null
  const toLayouts =
    onLayouts &&
    (() => {
      setOpen(false)
      onLayouts()
    })
  return (
    <>
      <Button size="small" type="text" onClick={() => setOpen(true)}>
        {t('open')}
      </Button>
      <Modal open={isOpen} title={t('title')} onCancel={() => setOpen(false)} footer={null} destroyOnHidden width={520}>
        <Settings {...(toLayouts && { onLayouts: toLayouts })} />
      </Modal>
    </>
  )
}
