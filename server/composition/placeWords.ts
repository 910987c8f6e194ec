import type { SaidPlace } from '../classify/place/placeFinder.ts'

/** Words that are less surely a place are not called one. */
const saidFrom = 0.2

/** The words of a text that say where, surest first, whether the town knows them or not. */
export const placeWords = (placesIn: (text: string) => readonly SaidPlace[], text: string): readonly string[] =>
  placesIn(text)
    .filter(({ confidence }) => confidence >= saidFrom)
    .map(({ start, end }) => text.slice(start, end))
