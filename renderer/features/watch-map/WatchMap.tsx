import { Button, Spin } from 'antd'
import { useCallback, useRef, useState } from 'react'
import { placePicked, placePickingEnded } from '../../board/deskSlice.ts'
import { noticed } from '../../board/noticeSlice.ts'
import { useRoom, useUnit } from '../../board/room.tsx'
import { useRoomDispatch, useRoomSelector } from '../../board/store.ts'
import type { LayerChoice } from '../../map/layerChoice.ts'
import { http } from '../../feed/http.ts'
import { useEscape } from '../../ui/useEscape.ts'
import { sayOf, useWords } from '../../ui/words.ts'
import { CirclePick } from './CirclePick.tsx'
import type { Circle } from './circleUnits.ts'
import { keepLayers, keptLayers } from './keptLayers.ts'
import { LayersPanel } from './LayersPanel.tsx'
import { Legend } from './Legend.tsx'
import { MapSearch } from './MapSearch.tsx'
import { PlaceList } from './PlaceList.tsx'
import { SpotList } from './SpotList.tsx'
import { UnitCard } from './UnitCard.tsx'
import { useCircle } from './useCircle.ts'
import { useFlash } from '../../map/useFlash.ts'
import { useMapClicks, type Spot } from './useMapClicks.ts'
import { useMapEngine, type MapState } from '../../map/useMapEngine.ts'
import { useMapLook } from './useMapLook.ts'
import { useMapMoves } from './useMapMoves.ts'
import { mapWords } from './words.ts'
import './watch-map.css'
import './map-lists.css'

type Panel = 'none' | 'layers' | 'legend' | 'circle'

const PlacePicking = ({ state }: { readonly state: MapState }) => {
  const t = useWords(mapWords)
  const dispatch = useRoomDispatch()
  const picking = useRoomSelector((store) => store.desk.placePicking)
  const stop = () => void dispatch(placePickingEnded())
  useEscape(stop, picking !== null)
  if (!picking || state.kind === 'opening') return null
  if (state.kind === 'missing') {
    return (
      <div className="xn-map-asks" role="status">
        {t('noMapToPick')}
        <Button size="small" onClick={stop}>
          {t('stop')}
        </Button>
      </div>
    )
  }
  const middle = () => {
    const { lng, lat } = state.map.getCenter()
    dispatch(placePicked([lng, lat]))
  }
  return (
    <>
      <span className="xn-map-middle" aria-hidden />
      <div className="xn-map-asks" role="status">
        {t('pickPlace', { incident: picking.incident })}
        <Button size="small" type="primary" onClick={middle}>
          {t('pickMiddle')}
        </Button>
        <Button size="small" onClick={stop}>
          {t('stop')}
        </Button>
      </div>
    </>
  )
}

type ToolsProps = { readonly state: MapState; readonly panel: Panel; readonly onPanel: (panel: Panel) => void; readonly onFit: () => void }

const Tools = ({ state, panel, onPanel, onFit }: ToolsProps) => {
  const t = useWords(mapWords)
  const map = state.kind === 'ready' ? state.map : null
  const opens = (one: Exclude<Panel, 'none'>, sign: string) => (
    <button
      type="button"
      aria-pressed={panel === one}
      aria-label={t(one)}
      title={t(one)}
      onClick={() => onPanel(panel === one ? 'none' : one)}
    >
      <span aria-hidden>{sign}</span>
    </button>
  )
  return (
    <div className="xn-map-tools" role="toolbar" aria-orientation="vertical" aria-label={t('tools')}>
      {opens('layers', '≡')}
      {opens('legend', '?')}
      {opens('circle', '◎')}
      <button type="button" aria-label={t('fit')} title={t('fit')} onClick={onFit}>
        <span aria-hidden>⤢</span>
      </button>
      <button type="button" aria-label={t('zoomIn')} title={t('zoomIn')} onClick={() => map?.zoomIn()}>
        <span aria-hidden>＋</span>
      </button>
      <button type="button" aria-label={t('zoomOut')} title={t('zoomOut')} onClick={() => map?.zoomOut()}>
        <span aria-hidden>－</span>
      </button>
    </div>
  )
}

/** The town with everyone and everything that is happening; clicks and circles choose for the open card. */
export const WatchMap = () => {
  const t = useWords(mapWords)
  const box = useRef<HTMLDivElement>(null)
  const [layers, setLayers] = useState<LayerChoice>(() => keptLayers(localStorage))
  const [panel, setPanel] = useState<Panel>('none')
  const [circle, setCircle] = useState<Circle | null>(null)
  const [spot, setSpot] = useState<Spot | null>(null)
  const [followed, setFollowed] = useState<string | null>(null)
  const unit = useUnit(useRoomSelector((state) => state.desk.unit))
  const isCircling = panel === 'circle'
  const { store, feed } = useRoom()
  const tellFallback = useCallback(() => {
    const text = sayOf(mapWords, store.getState().desk.language)('localMap')
    store.dispatch(noticed({ id: 'local-map', at: feed.now(), kind: 'failed', text }))
  }, [store, feed])
  const state = useMapEngine(box, { http, onFallback: tellFallback })
  const isFollowed = followed !== null && followed === unit?.id
  const { fit } = useMapMoves(state, isFollowed)
  const draw = useCallback((next: Circle) => setCircle(next), [])
  useMapLook(state, layers)
  useMapClicks(state, isCircling, setSpot)
  useCircle(state, isCircling, isCircling ? circle : null, draw)
  useFlash(state)
  const chooseLayers = (next: LayerChoice) => {
    setLayers(next)
    keepLayers(localStorage, next)
  }
  const stopCircling = () => {
    setPanel('none')
    setCircle(null)
  }
  useEscape(stopCircling, isCircling)
  useEscape(() => setSpot(null), spot !== null && !isCircling)

  const card = unit && !spot && <UnitCard unit={unit} isFollowed={isFollowed} onFollow={(isOn) => setFollowed(isOn ? unit.id : null)} />
  if (state.kind === 'missing') {
    return (
      <div className="xn-map">
        <PlaceList why={state.why} />
        <div className="xn-map-right">{card}</div>
        <PlacePicking state={state} />
      </div>
    )
  }
  return (
    <div className="xn-map" data-panel={panel}>
      <div ref={box} className="xn-map-canvas" aria-label={t('map')} role="region" />
      {state.kind === 'opening' && <Spin className="xn-map-wait" description={t('opening')} />}
      <Tools state={state} panel={panel} onPanel={setPanel} onFit={fit} />
      <MapSearch />
      <div className="xn-map-left">
        {panel === 'layers' && <LayersPanel layers={layers} onChange={chooseLayers} />}
        {panel === 'legend' && <Legend />}
        {isCircling && <CirclePick state={state} circle={circle} layers={layers} onCircle={draw} onClose={stopCircling} />}
      </div>
      <div className="xn-map-right">
        {spot && <SpotList spot={spot} onClose={() => setSpot(null)} />}
        {card}
      </div>
      <PlacePicking state={state} />
    </div>
  )
}
