import { Button, Select } from 'antd'
import { useState } from 'react'
import type { MadeLink, NewLink } from '../../../shared/contracts/manage.ts'
import { values } from '../../../shared/domain/board/table.ts'
import type { UnitId } from '../../../shared/domain/ids.ts'
import { useBoard, useRoom } from '../../board/room.tsx'
import { domainWords } from '../../ui/words/domain.ts'
import { useWords } from '../../ui/words.ts'
import { useChange } from '../../ui/useAsked.ts'
import { linkWords } from './words.ts'

/** Up to the longest shift that the server lets a link live. */
const hoursToChoose = [4, 8, 12, 16] as const
const hourMs = 3_600_000

/** The server's clock may be a little behind this page's; a link of a whole shift must not be a second too long. */
const slackMs = 60_000

/** Chooses the units of a shift and makes their links, one after the other. */
export const GiveLinks = ({ onMade }: { readonly onMade: (links: readonly MadeLink[]) => void }) => {
  const t = useWords(linkWords)
  const common = useWords(domainWords)
  const change = useChange('quiet')
  const { feed } = useRoom()
  const board = useBoard()
  const [units, setUnits] = useState<readonly UnitId[]>([])
  const [hours, setHours] = useState<number>(12)
  const [isMaking, setMaking] = useState(false)

  const options = [...values(board.units)].map(({ id, definition }) => ({
    value: id,
    label: `${id}  ${definition.name}  ${common(`force.${definition.force}`)}`,
  }))

  const give = async () => {
    setMaking(true)
    const made: MadeLink[] = []
    for (const unit of units) {
      const wish: NewLink = { unit, until: Math.floor(feed.now() + hours * hourMs - slackMs) }
      const link = await change<MadeLink>('POST', '/api/manage/links', wish)
      if (!link) break
      made.push(link.value)
    }
    setMaking(false)
    setUnits(units.filter((unit) => !made.some((link) => link.unit === unit)))
    onMade(made)
  }
  return (
    <div className="xn-give">
      <Select<UnitId[]>
        mode="multiple"
        className="xn-give-units"
        placeholder={t('units')}
        aria-label={t('units')}
        value={[...units]}
        onChange={setUnits}
        options={options}
        showSearch={{ optionFilterProp: 'label' }}
        maxTagCount="responsive"
      />
      <Select<number>
        aria-label={t('hours')}
        value={hours}
        onChange={setHours}
        options={hoursToChoose.map((choice) => ({ value: choice, label: `${t('hours')} ${t('hour', { hours: choice })}` }))}
      />
      <Button type="primary" disabled={units.length === 0} loading={isMaking} onClick={() => void give()}>
        {t('give')}
      </Button>
    </div>
  )
}
