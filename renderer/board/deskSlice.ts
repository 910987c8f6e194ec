import { createSlice, type PayloadAction } from '@reduxjs/toolkit'
import type { Point } from '../../shared/domain/geo/point.ts'
import type { IncidentId, UnitId } from '../../shared/domain/ids.ts'
import type { Force, KindCode } from '../../shared/domain/taxonomy/taxonomy.ts'

export type Language = 'zh-CN' | 'en'
export type Theme = 'dark' | 'light'

export type QueueFilters = {
  readonly isMine: boolean
  readonly isBreached: boolean
  /** `police` shows police and joint matters, `civil` the others. */
  readonly nature: 'all' | 'police' | 'civil'
  readonly force: Force | null
  readonly text: string
}

export const noFilters: QueueFilters = { isMine: false, isBreached: false, nature: 'all', force: null, text: '' }

/** This window only: what is selected, filtered, shown. Nobody else's business. */
export type Desk = {
  readonly incident: IncidentId | null
  readonly unit: UnitId | null
  /** Units chosen for the open incident, in order; the first leads. The card and the map both change it. */
  readonly picked: readonly UnitId[]
  /** 地图选点: the map is asked for a place; `picked` is its answer, which the card takes. */
  readonly placePicking: { readonly incident: IncidentId; readonly picked: Point | null } | null
  /** A kind that was looked up for the open incident, for the card's choice of kinds to open with. */
  readonly kindSought: KindCode | null
  /** Where the map is asked to go; a new object each time. */
  readonly goTo: { readonly point: Point; readonly zoom: number | null } | null
  readonly filters: QueueFilters
  readonly theme: Theme
  readonly language: Language
  readonly isMuted: boolean
  readonly overlay: 'none' | 'keys' | 'command' | 'report'
}

export const aDesk: Desk = {
  incident: null,
  unit: null,
  picked: [],
  placePicking: null,
  kindSought: null,
  goTo: null,
  filters: noFilters,
  theme: 'dark',
  language: 'zh-CN',
  isMuted: false,
  overlay: 'none',
}

const without = (units: readonly UnitId[], unit: UnitId) => units.filter((one) => one !== unit)

const slice = createSlice({
  name: 'desk',
  initialState: aDesk as Desk,
  reducers: {
    incidentSelected: (state, { payload }: PayloadAction<IncidentId | null>): Desk =>
      state.incident === payload ? state : { ...state, incident: payload, picked: [], placePicking: null, kindSought: null },
    unitSelected: (state, { payload }: PayloadAction<UnitId | null>): Desk => ({ ...state, unit: payload }),
    unitToggled: (state, { payload }: PayloadAction<UnitId>): Desk => ({
      ...state,
      picked: state.picked.includes(payload) ? without(state.picked, payload) : [...state.picked, payload],
    }),
    unitsPicked: (state, { payload }: PayloadAction<readonly UnitId[]>): Desk => ({ ...state, picked: [...new Set(payload)] }),
    leadChosen: (state, { payload }: PayloadAction<UnitId>): Desk => ({ ...state, picked: [payload, ...without(state.picked, payload)] }),
    placePickingStarted: (state, { payload }: PayloadAction<IncidentId>): Desk => ({
      ...state,
      placePicking: { incident: payload, picked: null },
    }),
    placePicked: (state, { payload }: PayloadAction<Point>): Desk =>
      state.placePicking ? { ...state, placePicking: { ...state.placePicking, picked: payload } } : state,
    placePickingEnded: (state): Desk => ({ ...state, placePicking: null }),
    kindLookedUp: (state, { payload }: PayloadAction<KindCode>): Desk => ({ ...state, kindSought: payload }),
    kindChoiceClosed: (state): Desk => ({ ...state, kindSought: null }),
    mapAsked: (state, { payload }: PayloadAction<{ point: Point; zoom: number | null }>): Desk => ({ ...state, goTo: payload }),
    filtersChanged: (state, { payload }: PayloadAction<Partial<QueueFilters>>): Desk => ({
      ...state,
      filters: { ...state.filters, ...payload },
    }),
    themeChosen: (state, { payload }: PayloadAction<Theme>): Desk => ({ ...state, theme: payload }),
    languageChosen: (state, { payload }: PayloadAction<Language>): Desk => ({ ...state, language: payload }),
    muteChosen: (state, { payload }: PayloadAction<boolean>): Desk => ({ ...state, isMuted: payload }),
    overlayShown: (state, { payload }: PayloadAction<Desk['overlay']>): Desk => ({ ...state, overlay: payload }),
  },
})

export const {
  incidentSelected,
  unitSelected,
  unitToggled,
  unitsPicked,
  leadChosen,
  placePickingStarted,
  placePicked,
  placePickingEnded,
  kindLookedUp,
  kindChoiceClosed,
  mapAsked,
  filtersChanged,
  themeChosen,
  languageChosen,
  muteChosen,
  overlayShown,
} = slice.actions
export const desk = slice.reducer
