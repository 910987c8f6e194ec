import { WallPage } from '../../../shared/domain/wall/wall.ts'

/** The pages with one put in at the end or taken out; the last one stays, since a wall shows something. */
export const switched = (pages: readonly WallPage[], page: WallPage): readonly WallPage[] => {
  if (!pages.includes(page)) return [...pages, page]
  return pages.length === 1 ? pages : pages.filter((one) => one !== page)
}

/** The pages with one changed for the one before it. */
export const earlier = (pages: readonly WallPage[], page: WallPage): readonly WallPage[] => {
  const at = pages.indexOf(page)
  const before = pages[at - 1]
  return at < 1 || before === undefined ? pages : [...pages.slice(0, at - 1), page, before, ...pages.slice(at + 1)]
}

/** Those that are on, in their order, and then the others. */
export const offered = (pages: readonly WallPage[]): readonly WallPage[] => [
  ...pages,
  ...WallPage.options.filter((page) => !pages.includes(page)),
]
