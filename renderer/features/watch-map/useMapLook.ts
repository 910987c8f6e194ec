import { useEffect, useMemo } from 'react'
import type { LayerChoice } from '../../map/layerChoice.ts'
import type { MapLook } from '../../map/toFeatures.ts'
import { useRoom } from '../../board/room.tsx'
import { useRoomSelector } from '../../board/store.ts'
import { kindByCode } from '../../../shared/domain/taxonomy/taxonomy.ts'
import { metres, span } from '../../ui/townTime.ts'
import { sayOf, useIsChinese } from '../../ui/words.ts'
import type { MapState } from '../../map/useMapEngine.ts'
import { showLayers } from '../../map/layers.ts'
import { mapWords } from './words.ts'

/** Tells the painter what this person looks at, whenever that changes. */
export const useMapLook = (state: MapState, layers: LayerChoice): void => {
  const { taxonomy } = useRoom()
  const isChinese = useIsChinese()
  const incident = useRoomSelector((store) => store.desk.incident)
  const unit = useRoomSelector((store) => store.desk.unit)
  const picked = useRoomSelector((store) => store.desk.picked)
  const advice = useRoomSelector((store) => (store.desk.incident ? (store.advice.byIncident[store.desk.incident] ?? null) : null))
  const look = useMemo((): MapLook => {
    const t = sayOf(mapWords, isChinese ? 'zh-CN' : 'en')
    return {
      layers,
      incident,
      unit,
      picked,
      advice,
      words: {
        incident: ({ id, kind }) => {
          const known = kindByCode(taxonomy, kind)
          return `${id} ${(isChinese ? known?.nameZh : known?.nameEn) ?? kind}`
        },
        old: (ageMs) => (ageMs === null ? t('noFix') : t('oldFor', { for: span(ageMs) })),
        onTheWay: (travelMs, m) => t('onTheWay', { minutes: Math.max(1, Math.ceil(travelMs / 60_000)), distance: metres(m) }),
      },
    }
  }, [layers, incident, unit, picked, advice, taxonomy, isChinese])
  useEffect(() => {
    if (state.kind !== 'ready') return
    showLayers(state.map, layers)
    state.painter.lookChanged(look)
  }, [state, layers, look])
}
