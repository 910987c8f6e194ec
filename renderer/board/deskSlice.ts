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

export type MapGoal = { readonly point: Point; readonly zoom: number | null; readonly unit: UnitId | null }

/** What is selected, filtered, shown here. Filters and overlay are this window's own; the rest is one for all windows of a desk, see `sharedDesk.ts`. */
export type Desk = {
  readonly incident: IncidentId | null
  readonly unit: UnitId | null
  /** Units chosen for the open incident, in order; the first leads. The card and the map both change it. */
  readonly picked: readonly UnitId[]
  /** 地图选点: the map is asked for a place; `picked` is its answer, which the card takes. `isHere`: it is a card of this window that asked, and that takes it. */
  readonly placePicking: { readonly incident: IncidentId; readonly picked: Point | null; readonly isHere: boolean } | null
  /** A kind that was looked up for the open incident, for the card's choice of kinds to open with. */
  readonly kindSought: KindCode | null
  /** Where the map is asked to go; a new object each time. A unit is met at its newest fix; `point` is where it is thought to be without one. */
  readonly goTo: MapGoal | null
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

/** What one window of a desk tells the others. */
export type DeskTold = {
  readonly selection?: Pick<Desk, 'incident' | 'unit' | 'picked' | 'kindSought'> & {
    readonly placePicking: Omit<NonNullable<Desk['placePicking']>, 'isHere'> | null
  }
  readonly looks?: Pick<Desk, 'theme' | 'language' | 'isMuted'>
  readonly goTo?: MapGoal
}

/** A place that this window asked for comes back to it, whichever window it was picked in. */
const askedFrom = ({ placePicking }: Desk, told: NonNullable<DeskTold['selection']>['placePicking']): Desk['placePicking'] =>
  told && { ...told, isHere: placePicking?.isHere === true && placePicking.incident === told.incident }

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
      placePicking: { incident: payload, picked: null, isHere: true },
    }),
    placePicked: (state, { payload }: PayloadAction<Point>): Desk =>
      state.placePicking ? { ...state, placePicking: { ...state.placePicking, picked: payload } } : state,
    placePickingEnded: (state): Desk => ({ ...state, placePicking: null }),
    kindLookedUp: (state, { payload }: PayloadAction<KindCode>): Desk => ({ ...state, kindSought: payload }),
    kindChoiceClosed: (state): Desk => ({ ...state, kindSought: null }),
    mapAsked: (state, { payload }: PayloadAction<Omit<MapGoal, 'unit'> & { unit?: UnitId }>): Desk => ({
      ...state,
      goTo: { unit: null, ...payload },
    }),
    /** Another window of this desk said it. */
    deskTold: (state, { payload: { selection, looks, goTo } }: PayloadAction<DeskTold>): Desk => ({
      ...state,
      ...looks,
      ...(selection && { ...selection, placePicking: askedFrom(state, selection.placePicking) }),
      ...(goTo && { goTo }),
    }),
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
  deskTold,
  filtersChanged,
  themeChosen,
  languageChosen,
  muteChosen,
  overlayShown,
} = slice.actions
export const desk = slice.reducer
