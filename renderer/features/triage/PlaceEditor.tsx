import { AutoComplete, Button } from 'antd'
import { useEffect, useState } from 'react'
import type { PlaceCandidate } from '../../../shared/contracts/console.ts'
import type { Incident } from '../../../shared/domain/incident/incident.ts'
import type { Place } from '../../../shared/domain/incident/report.ts'
import { communityAt, gridAt } from '../../../shared/domain/town/whereIs.ts'
import { useBlocked } from '../../board/CommandButton.tsx'
import { mapAsked, placePickingEnded, placePickingStarted } from '../../board/deskSlice.ts'
import { useRoom } from '../../board/room.tsx'
import { useSend } from '../../board/send.ts'
import { useRoomDispatch, useRoomSelector } from '../../board/store.ts'
import { usePlaceSaid } from '../../board/usePlaceSaid.ts'
import { usePlaceSearch } from '../../board/usePlaceSearch.ts'
import { useFocusBack } from '../../ui/useFocusBack.ts'
import { useWords } from '../../ui/words.ts'
import { triageWords } from './words.ts'

/** The house number that was typed stays before the building's name: people on the way look for both. */
const textOf = ({ place, label, why }: PlaceCandidate): string =>
  why.split(' ').includes('number') && !label.includes(place.text) && !place.text.includes(label) ? `${place.text} ${label}` : label

const PlaceSearch = ({
  incident,
  onPlace,
  onClose,
}: {
  readonly incident: Incident
  readonly onPlace: (place: Place) => void
  readonly onClose: () => void
}) => {
  const t = useWords(triageWords)
  const [text, setText] = useState(incident.place.text)
  const candidates = usePlaceSearch(text)
  const sayPlace = usePlaceSaid()
  useFocusBack()
  const choose = (label: string) => {
    const found = candidates.find((candidate) => candidate.label === label)
    if (found) onPlace({ ...found.place, text: textOf(found), source: 'person' })
    onClose()
  }
  return (
    <AutoComplete
      size="small"
      autoFocus
      defaultOpen
      className="xn-kind"
      value={text}
      aria-label={t('placeEdit')}
      options={candidates.map((candidate) => ({
        value: candidate.label,
        label: `${sayPlace(candidate)} · ${Math.round(candidate.confidence * 100)}%`,
      }))}
      onChange={setText}
      onSelect={choose}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
      onBlur={onClose}
    />
  )
}

/** Where it is, as understood; changed by words or by a click on the map. */
export const PlaceEditor = ({ incident }: { readonly incident: Incident }) => {
  const t = useWords(triageWords)
  const dispatch = useRoomDispatch()
  const { town } = useRoom()
  const send = useSend()
  const [isEditing, setEditing] = useState(false)
  const picking = useRoomSelector((state) => state.desk.placePicking)
  const blocked = useBlocked({ type: 'incident.amend', incident: incident.id, changes: {}, was: {} })
  const { place } = incident
  const isPicking = picking?.incident === incident.id
  // Another window may show this card too: one of them takes the place.
  const picked = isPicking && picking.isHere ? picking.picked : null

  useEffect(() => {
    if (!picked) return
    const text = place.text || t('pickedPoint', { lon: picked[0].toFixed(5), lat: picked[1].toFixed(5) })
    const grid = gridAt(town, picked)?.id ?? null
    const community = communityAt(town, picked)?.id ?? null
    const moved: Place = { text, point: picked, building: null, grid, community, source: 'person' }
    dispatch(placePickingEnded())
    void send({ type: 'incident.amend', incident: incident.id, changes: { place: moved }, was: { place } })
  }, [picked, place, incident.id, town, dispatch, send, t])

  const amend = (next: Place) => void send({ type: 'incident.amend', incident: incident.id, changes: { place: next }, was: { place } })
  const grid = town.grids.find((one) => one.id === place.grid)
  const community = town.communities.find((one) => one.id === place.community)
  const { point } = place
  return (
    <section aria-label={t('place')}>
      <div className="xn-card-line">
        <h3>{t('place')}</h3>
        <span className="xn-dim">{t(`source.${place.source}`)}</span>
        <span className="xn-gap" />
        <Button size="small" disabled={blocked !== null} onClick={() => setEditing(!isEditing)}>
          {t('placeEdit')}
        </Button>
        <Button
          size="small"
          disabled={blocked !== null}
          type={isPicking ? 'primary' : 'default'}
          onClick={() => dispatch(isPicking ? placePickingEnded() : placePickingStarted(incident.id))}
        >
          {isPicking ? t('pickStop') : t('onMap')}
        </Button>
      </div>
      {isEditing && <PlaceSearch incident={incident} onPlace={amend} onClose={() => setEditing(false)} />}
      <div className="xn-place-line">
        <button type="button" className="xn-place" disabled={!point} onClick={() => point && dispatch(mapAsked({ point, zoom: 17 }))}>
          {place.text}
          <span className="xn-dim"> {[community?.name, grid?.name].filter(Boolean).join(' · ')}</span>
        </button>
        {isPicking && <span className="xn-warn">{t('picking')}</span>}
        {!point && <span className="xn-warn">{t('noPoint')}</span>}
      </div>
    </section>
  )
}
