import { Button, Input, Switch } from 'antd'
import { useState, type KeyboardEvent } from 'react'
import type { DeskAbout, DeskWish } from '../../../shared/contracts/desk.ts'
import { useWords } from '../../ui/words.ts'
import { acceleratorOf, keysOf } from './acceleratorOf.ts'
import { deskWords } from './words.ts'

type Props = { readonly settings: DeskAbout['settings']; readonly set: (wish: DeskWish) => void }

const HotKey = ({ settings: { hotKey, hasHotKey }, set }: Props) => {
  const t = useWords(deskWords)
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    // Tab leaves the field, and Escape the dialog, as everywhere.
    if (event.key === 'Tab' || event.key === 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    const pressed = acceleratorOf(event.nativeEvent)
    if (pressed) set({ hotKey: pressed })
  }
  return (
    <div className="xn-set-desk-field">
      <label htmlFor="xn-hot-key">{t('hotKey')}</label>
      <div className="xn-set-desk-line">
        <Input
          id="xn-hot-key"
          size="small"
          readOnly
          value={hotKey === null ? t('hotKeyNone') : keysOf(hotKey)}
          title={t('hotKeyHint')}
          onKeyDown={press}
        />
        <Button size="small" disabled={hotKey === null} onClick={() => set({ hotKey: null })}>
          {t('hotKeyClear')}
        </Button>
      </div>
      <span className="xn-dim">{t('hotKeyHint')}</span>
      {hotKey !== null && !hasHotKey && (
        <span className="xn-warn" role="alert">
          ! {t('hotKeyTaken')}
        </span>
      )}
    </div>
  )
}

const Proxy = ({ settings, set }: Props) => {
  const t = useWords(deskWords)
  const [typed, setTyped] = useState<string | null>(null)
  const known = settings.proxy ?? ''
  const text = (typed ?? known).trim()
  const save = () => {
    set({ proxy: text === '' ? null : text })
    setTyped(null)
  }
  return (
    <div className="xn-set-desk-field">
      <label htmlFor="xn-proxy">{t('proxy')}</label>
      <div className="xn-set-desk-line">
        <Input
          id="xn-proxy"
          size="small"
          maxLength={300}
          placeholder="http://10.0.0.1:3128"
          value={typed ?? known}
          onChange={(event) => setTyped(event.target.value)}
          onPressEnter={save}
        />
        <Button size="small" disabled={text === known} onClick={save}>
          {t('save')}
        </Button>
      </div>
      <span className="xn-dim">{t('proxyHint')}</span>
    </div>
  )
}

/** What a person may set of the machine's program. */
export const DeskFields = ({ settings, set }: Props) => {
  const t = useWords(deskWords)
  return (
    <>
      <HotKey settings={settings} set={set} />
      <div className="xn-set-desk-line">
        <Switch
          size="small"
          aria-label={t('starts')}
          checked={settings.startsWithSystem}
          onChange={(isOn) => set({ startsWithSystem: isOn })}
        />
        <span>{t('starts')}</span>
      </div>
      <Proxy settings={settings} set={set} />
      {!settings.keepsSession && <p className="xn-warn">! {t('notKept')}</p>}
    </>
  )
}
