import { Button, Popconfirm, Typography } from 'antd'
import { useState } from 'react'
import type { MadePass, ManagedPass } from '../../../shared/contracts/wall.ts'
import type { Wall } from '../../../shared/domain/wall/wall.ts'
import { askingWords } from '../../ui/words/asking.ts'
import { dayTime } from '../../ui/townTime.ts'
import { useChange } from '../../ui/useAsked.ts'
import { useWords } from '../../ui/words.ts'
import { arrangeWords } from './words.ts'

const picture = (svg: string) => `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`

const Fresh = ({ pass, onPutAway }: { readonly pass: MadePass; readonly onPutAway: () => void }) => {
  const t = useWords(arrangeWords)
  const ask = useWords(askingWords)
  return (
    <section className="xn-wall-fresh" aria-label={t('madeTitle')}>
      <img src={picture(pass.svg)} alt={t('madeTitle')} width={140} height={140} />
      <div>
        <strong>{t('madeTitle')}</strong>
        <p className="xn-dim">{t('madeHint')}</p>
        <Typography.Text code className="xn-wall-link-text" copyable={{ text: pass.url, tooltips: [t('copyLink'), ask('copied')] }}>
          {pass.url}
        </Typography.Text>
      </div>
      <Button onClick={onPutAway}>{t('putAway')}</Button>
    </section>
  )
}

type Props = { readonly wall: Wall; readonly passes: readonly ManagedPass[]; readonly reload: () => void }

/** 通行码 of one wall: those in force, one more, and none that was revoked. */
export const Passes = ({ wall, passes, reload }: Props) => {
  const t = useWords(arrangeWords)
  const change = useChange('quiet')
  const [fresh, setFresh] = useState<MadePass | null>(null)
  const [isGiving, setGiving] = useState(false)
  const inForce = passes.filter((pass) => pass.wall === wall.id && pass.revokedAt === null)

  const give = async () => {
    setGiving(true)
    const made = await change<MadePass>('POST', '/api/manage/walls/passes', { wall: wall.id })
    setGiving(false)
    if (!made) return
    setFresh(made.value)
    reload()
  }
  const revoke = async ({ id }: ManagedPass) => {
    await change('DELETE', `/api/manage/walls/passes/${id}`)
    if (fresh?.id === id) setFresh(null)
    reload()
  }
  return (
    <section aria-label={`${t('passes')} ${wall.plan.name}`}>
      <h4>{t('passes')}</h4>
      {inForce.length === 0 && <p className="xn-warn">! {t('noPasses')}</p>}
      <ul className="xn-wall-passes">
        {inForce.map((pass) => (
          <li key={pass.id} className="xn-num">
            <span>
              {t('made', { at: dayTime(pass.createdAt), by: pass.createdBy })} ·{' '}
              {pass.lastUsedAt === null ? t('neverUsed') : t('used', { at: dayTime(pass.lastUsedAt) })}
            </span>
            <Popconfirm title={t('revokeAsk')} onConfirm={() => void revoke(pass)}>
              <Button size="small" danger>
                {t('revoke')}
              </Button>
            </Popconfirm>
          </li>
        ))}
      </ul>
      {fresh && <Fresh pass={fresh} onPutAway={() => setFresh(null)} />}
      <Button loading={isGiving} onClick={() => void give()}>
        {t('give')}
      </Button>
    </section>
  )
}
