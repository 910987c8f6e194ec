import { AutoComplete } from 'antd'
import { useState } from 'react'
import type { Point } from '../../../shared/domain/geo/point.ts'
import { incidentSelected, mapAsked, unitSelected } from '../../board/deskSlice.ts'
import { useBoard, useRoom } from '../../board/room.tsx'
import { useRoomDispatch } from '../../board/store.ts'
import { useNames } from '../../board/useNames.ts'
import { usePlaceSaid } from '../../board/usePlaceSaid.ts'
import { usePlaceSearch } from '../../board/usePlaceSearch.ts'
import { useWords } from '../../ui/words.ts'
import { findLocally } from './findLocally.ts'
import { mapWords } from './words.ts'

type Option = { readonly value: string; readonly label: string; readonly point: Point | null; readonly act: () => void }

/** Street level: the house and its neighbours. */
const placeZoom = 17

/** One field for addresses, units and incident numbers. */
export const MapSearch = () => {
  const t = useWords(mapWords)
  const names = useNames()
  const board = useBoard()
  const { positions } = useRoom()
  const dispatch = useRoomDispatch()
  const [text, setText] = useState('')
  const places = usePlaceSearch(text)
  const sayPlace = usePlaceSaid()
  const { units, incidents } = findLocally(board, text)

  const groups: readonly { readonly label: string; readonly options: readonly Option[] }[] = [
    {
      label: t('group.incidents'),
      options: incidents.map((incident) => ({
        value: `incident:${incident.id}`,
        label: `${incident.id} ${names.kind(incident.kind)} ${incident.place.text}`,
        point: incident.place.point,
        act: () => dispatch(incidentSelected(incident.id)),
      })),
    },
    {
      label: t('group.units'),
      options: units.map((unit) => ({
        value: `unit:${unit.id}`,
        label: `${unit.definition.name} ${unit.id}`,
        point: positions.get(unit.id)?.point ?? unit.definition.home,
        act: () => dispatch(unitSelected(unit.id)),
      })),
    },
    {
      label: t('group.places'),
      options: places.map((place, i) => ({
        value: `place:${i}:${place.label}`,
        label: sayPlace(place),
        point: place.place.point,
        act: () => {},
      })),
    },
  ].filter((group) => group.options.length > 0)

  const choose = (value: string) => {
    const option = groups.flatMap((group) => group.options).find((one) => one.value === value)
    setText('')
    if (!option) return
    option.act()
    if (option.point) dispatch(mapAsked({ point: option.point, zoom: placeZoom }))
  }
  return (
    <AutoComplete
      className="xn-map-search"
      size="small"
      allowClear
      value={text}
      placeholder={t('search')}
      aria-label={t('search')}
      defaultActiveFirstOption
      options={groups.map(({ label, options }) => ({ label, options: options.map(({ value, label: said }) => ({ value, label: said })) }))}
      onChange={(next: string) => setText(/^(incident|unit|place):/.test(next) ? text : next)}
      onSelect={choose}
    />
  )
}
