import { createSlice, type PayloadAction } from '@reduxjs/toolkit'
import type { Look } from '../../shared/contracts/console.ts'

/** Who looks at which incident. Positions are not here: they change too often, see `positionStore.ts`. */
const slice = createSlice({
  name: 'presence',
  initialState: { looks: [] as readonly Look[] },
  reducers: { looksArrived: (_, action: PayloadAction<readonly Look[]>) => ({ looks: action.payload }) },
})

export const { looksArrived } = slice.actions
export const presence = slice.reducer
