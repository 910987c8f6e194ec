import { createSlice, type PayloadAction } from '@reduxjs/toolkit'
import type { IncidentId } from '../../shared/domain/ids.ts'
import type { Recommendation } from '../../shared/domain/routing/recommendation.ts'

export type Advice = { readonly byIncident: Readonly<Record<IncidentId, Recommendation>> }

/** Cards that were open lately; more is never looked at again. */
const kept = 30

const newestOf = (all: Advice['byIncident']): Advice['byIncident'] => {
  const newest = Object.values(all)
    .sort((a, b) => b.at - a.at)
    .slice(0, kept)
  return Object.fromEntries(newest.map((one) => [one.incident, one]))
}

/** 推荐力量 by incident, the newest of each. */
const slice = createSlice({
  name: 'advice',
  initialState: { byIncident: {} } as Advice,
  reducers: {
    adviceArrived: (state, { payload }: PayloadAction<Recommendation>) => {
      const known = state.byIncident[payload.incident]
      if (known && known.at > payload.at) return state
      return { byIncident: newestOf({ ...state.byIncident, [payload.incident]: payload }) }
    },
  },
})

export const { adviceArrived } = slice.actions
export const advice = slice.reducer
