import type { ParsedTown } from '../../shared/domain/town/parseTown.ts'

/** So many problems are shown; the rest are counted. */
const shown = 50

/** What the check found, for a terminal: the place in the file, then the words in both languages. */
export const checkText = (parsed: ParsedTown): string => {
  if (parsed.ok) {
    const { nameZh, nameEn, communities, grids, buildings, units } = parsed.town
    return [
      `  ${nameZh} (${nameEn})`,
      `  社区 ${communities.length}，网格 ${grids.length}，楼宇 ${buildings.length}，处置力量 ${units.length}：没有问题`,
      `  ${communities.length} communities, ${grids.length} grids, ${buildings.length} buildings, ${units.length} units: no problems`,
    ].join('\n')
  }
  const lines = parsed.problems.slice(0, shown).map(({ path, zh, en }) => `  ${path || '(file)'}\n    ${zh}\n    ${en}`)
  const rest = parsed.problems.length - lines.length
  return [...lines, `  共 ${parsed.problems.length} 个问题 problems${rest > 0 ? `，其余 ${rest} 个未列出 not shown` : ''}`].join('\n')
}
