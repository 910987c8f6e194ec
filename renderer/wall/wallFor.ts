import type { Board } from '../../shared/domain/board/board.ts'
import { AccountId, WallId } from '../../shared/domain/ids.ts'
import { WallPage, type Wall, type WallPlan } from '../../shared/domain/wall/wall.ts'

/** Long enough to read a page through in passing. */
const secondsPerPage = 20

/** Names as a command line or a layout can write them: without spaces and signs, in any width and case. */
const plain = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

/** The wall that somebody means by its number, as `wall-2` or `2`, or by its name. */
export const wallCalled = ({ walls }: Pick<Board, 'walls'>, asked: string): Wall | undefined =>
  walls.find(({ id }) => id === asked) ??
  walls.find(({ plan }) => plan.name === asked) ??
  walls.find(({ plan }) => plain(asked) !== '' && plain(plan.name) === plain(asked)) ??
  walls.find(({ id }) => id === `wall-${asked}`)

/** A wall that nobody arranged, so that a display is never dark: every page in turn, by the room's clock as on the other walls. */
export const plannedWall = (looks: Pick<WallPlan, 'theme' | 'language'>): Wall => ({
  id: WallId.parse('wall-1'),
  plan: { name: looks.language === 'en' ? 'Wall' : '大屏', pages: WallPage.options, secondsPerPage, hasSound: false, ...looks },
  wish: { kind: 'pages', from: null },
  since: 0,
  by: { id: AccountId.parse('nobody'), name: '' },
})

export type WallFor = {
  readonly wall: Wall
  /** Its looks were arranged for it; else they are this machine's. */
  readonly isArranged: boolean
  /** What was asked for, where the room has no such wall. */
  readonly unknown: string | null
}

/** What a display of the desk shows: the wall that was asked for, else the first, else every page in turn. */
export const wallFor = (board: Pick<Board, 'walls'>, asked: string | null, looks: Pick<WallPlan, 'theme' | 'language'>): WallFor => {
  const wall = asked === null ? board.walls[0] : wallCalled(board, asked)
  if (wall) return { wall, isArranged: true, unknown: null }
  return { wall: plannedWall(looks), isArranged: false, unknown: asked }
}
