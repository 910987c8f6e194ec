import { createSlice, type PayloadAction } from '@reduxjs/toolkit'
import type { Look } from '../../shared/contracts/console.ts'
import type { WallUp } from '../../shared/contracts/wall.ts'

type Presence = { readonly looks: readonly Look[]; readonly walls: readonly WallUp[] }

const initialState: Presence = { looks: [], walls: [] }

/** Who looks at which incident, and which walls are up. Positions are not here: they change too often, see `positionStore.ts`. */
const slice = createSlice({
  name: 'presence',
  initialState: initialState as Presence,
  reducers: {
    looksArrived: (state, action: PayloadAction<readonly Look[]>): Presence => ({ ...state, looks: action.payload }),
    wallsArrived: (state, action: PayloadAction<readonly WallUp[]>): Presence => ({ ...state, walls: action.payload }),
  },
})

export const { looksArrived, wallsArrived } = slice.actions
export const presence = slice.reducer
