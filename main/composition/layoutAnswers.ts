import type { DeskAnswers } from '../desk/openDeskDoor.ts'
import type { DeskLayouts } from './deskLayouts.ts'
import { showDisplayNumbers } from './showDisplayNumbers.ts'
import { windowOf } from './windowOf.ts'

/** Answers about displays and layouts. */
export const layoutAnswers = (layouts: DeskLayouts) =>
  ({
    'layout:see': () => layouts.see(),
    'layout:apply': ({ id, placements }) => layouts.apply(id, placements),
    'layout:change': (wish) => layouts.change(wish),
    'layout:export': ({ id }, { contents }) => layouts.exportTo(id, windowOf(contents)),
    'layout:import': ({ shelf }, { contents }) => layouts.importFrom(shelf, windowOf(contents)),
    'layout:identify': () => showDisplayNumbers(layouts.see().displays),
  }) satisfies Partial<DeskAnswers>
