import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import type { BuildingCode } from '../../../shared/contracts/manage.ts'
import { useRoom } from '../../board/room.tsx'
import { AskedView } from '../../ui/AskedView.tsx'
import { TaskHead } from '../../ui/TaskHead.tsx'
import { useAsked } from '../../ui/useAsked.ts'
import { askingWords } from '../../ui/words/asking.ts'
import { useIsChinese, useWords } from '../../ui/words.ts'
import { codeWords } from './words.ts'
import './codes.css'

/** More pictures at once are slow to draw and nobody means to print them. */
const mostShown = 120

const isFound = ({ id, name, address }: BuildingCode, text: string) =>
  `${id} ${name} ${address}`.toLowerCase().includes(text.trim().toLowerCase())

const Code = ({ building }: { readonly building: BuildingCode }) => {
  const t = useWords(codeWords)
  const { town } = useRoom()
  const isChinese = useIsChinese()
  const path = `/api/manage/buildings/${building.id}`
  return (
    <li className="xn-code">
      <span className="xn-code-town">
        {isChinese ? town.nameZh : town.nameEn} · {t('sheetTitle')}
      </span>
      <img src={`${path}/code.svg`} alt={`${t('title')} ${building.name}`} width={168} height={168} />
      <strong>{building.name}</strong>
      <span>{building.address}</span>
      <span className="xn-code-hint">{t('sheetHint')}</span>
      <span className="xn-code-id xn-num">{building.id}</span>
      <span className="xn-code-links xn-no-print">
        <a href={`${path}/code.png`} download={`${building.id}.png`}>
          {t('png')}
        </a>
        <a href={building.url} target="_blank" rel="noreferrer">
          {t('open')}
        </a>
      </span>
    </li>
  )
}

/** 屋联码: a sheet of QR codes to hang in stairwells. */
export const PrintBuildingCodes = () => {
  const t = useWords(codeWords)
  const ask = useWords(askingWords)
  const { town } = useRoom()
  const { asked, reload } = useAsked<{ readonly buildings: readonly BuildingCode[] }>('/api/manage/buildings')
  const [grid, setGrid] = useState<string | null>(town.grids[0]?.id ?? null)
  const [text, setText] = useState('')
  const grids = [{ value: null, label: t('allGrids') }, ...town.grids.map(({ id, name }) => ({ value: id, label: `${id} ${name}` }))]
  const buildings = asked.state === 'here' ? asked.value.buildings : []
  const found = buildings.filter((one) => (grid === null || one.grid === grid) && isFound(one, text))
  const shown = found.slice(0, mostShown)
  return (
    <>
      <TaskHead title={t('title')} lead={t('lead')}>
        <Select<string | null>
          className="xn-code-grid"
          aria-label={t('grid')}
          value={grid}
          onChange={setGrid}
          options={grids}
          showSearch={{ optionFilterProp: 'label' }}
        />
        <Input.Search
          allowClear
          placeholder={ask('search')}
          aria-label={ask('search')}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Button type="primary" disabled={shown.length === 0} onClick={() => window.print()}>
          {t('print', { count: shown.length })}
        </Button>
      </TaskHead>
      <AskedView asked={asked} reload={reload}>
        {() => (
          <>
            {found.length > mostShown && <p className="xn-dim">{t('many', { count: found.length })}</p>}
            {shown.length === 0 && <div className="xn-empty">{t('empty')}</div>}
            <ul className="xn-codes xn-printed">
              {shown.map((building) => (
                <Code key={building.id} building={building} />
              ))}
            </ul>
          </>
        )}
      </AskedView>
    </>
  )
}
