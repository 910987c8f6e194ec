import { createSlice, type PayloadAction } from '@reduxjs/toolkit'
import type { RoomHealth } from '../../shared/contracts/console.ts'
import type { Link, SessionEnd } from '../feed/feed.ts'

export type LinkState = { readonly link: Link; readonly health: RoomHealth | null; readonly sessionEnd: SessionEnd | null }

const initialState: LinkState = { link: { state: 'catching-up' }, health: null, sessionEnd: null }

/** How fresh the page is, and what the room's machinery says of itself. */
const slice = createSlice({
  name: 'link',
  initialState: initialState as LinkState,
  reducers: {
    linkChanged: (state, action: PayloadAction<Link>) => ({ ...state, link: action.payload }),
    healthArrived: (state, action: PayloadAction<RoomHealth>) => ({ ...state, health: action.payload }),
    /** Null: it was told to whoever is asked to sign in again. */
    sessionEnded: (state, action: PayloadAction<SessionEnd | null>) => ({ ...state, sessionEnd: action.payload }),
  },
})

export const { linkChanged, healthArrived, sessionEnded } = slice.actions
export const link = slice.reducer
