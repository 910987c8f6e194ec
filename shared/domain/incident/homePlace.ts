/** How a caller's home is written as a place: its name for those who drive there, then the caller's own words. */
export const homePlaceText = (name: string, said: string): string => `${name.slice(0, 180)}（${said}）`

const homePlace = /^.+（((?:我|俺|咱|自己家|家里)[^（）]{0,8})）$/s

/** The place for somebody who may be another than its caller: of a home no more than the caller said of it. */
export const placeForOthers = (text: string): string => homePlace.exec(text)?.[1] ?? text
