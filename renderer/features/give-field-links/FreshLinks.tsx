import { Button, Typography } from 'antd'
import type { MadeLink } from '../../../shared/contracts/manage.ts'
import { useUnit } from '../../board/room.tsx'
import { askingWords } from '../../ui/words/asking.ts'
import { useWords } from '../../ui/words.ts'
import { linkWords } from './words.ts'

const picture = (svg: string) => `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`

const FreshLink = ({ unit, url, svg }: MadeLink) => {
  const t = useWords(linkWords)
  const ask = useWords(askingWords)
  const name = useUnit(unit)?.definition.name ?? ''
  return (
    <li className="xn-code">
      <img src={picture(svg)} alt={`${t('title')} ${unit} ${name}`} width={168} height={168} />
      <strong>
        {unit} {name}
      </strong>
      <Typography.Text copyable={{ text: url, tooltips: [t('copyLink'), ask('copied')] }}>{t('copyLink')}</Typography.Text>
    </li>
  )
}

type Props = { readonly links: readonly MadeLink[]; readonly onPutAway: () => void }

/** Links that were just made, to be scanned or copied; they cannot be shown again. */
export const FreshLinks = ({ links, onPutAway }: Props) => {
  const t = useWords(linkWords)
  return (
    <section className="xn-fresh xn-printed" aria-label={t('fresh')}>
      <header>
        <div>
          <strong>{t('fresh')}</strong>
          <div className="xn-dim">{t('freshHint')}</div>
        </div>
        <Button className="xn-no-print" onClick={() => window.print()}>
          {t('print')}
        </Button>
        <Button className="xn-no-print" onClick={onPutAway}>
          {t('putAway')}
        </Button>
      </header>
      <ul className="xn-codes">
        {links.map((link) => (
          <FreshLink key={link.id} {...link} />
        ))}
      </ul>
    </section>
  )
}
