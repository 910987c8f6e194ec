import type { TownFile } from '../../shared/domain/town/town.ts'

const list = (items: readonly unknown[], indent: string): string =>
  items.length === 0 ? '[]' : `[\n${items.map((item) => indent + JSON.stringify(item)).join(',\n')}\n${indent.slice(2)}]`

/** The file as text: one line for each grid, building, unit or road, so that a change of one shows as one line. */
export const townText = (town: TownFile): string => {
  const fields = Object.entries(town).map(([key, value]) => {
    if (key === 'roads') {
      return `  "roads": {\n    "nodes": ${list(town.roads.nodes, '      ')},\n    "edges": ${list(town.roads.edges, '      ')}\n  }`
    }
    return `  ${JSON.stringify(key)}: ${Array.isArray(value) && key !== 'center' && key !== 'boundary' ? list(value, '    ') : JSON.stringify(value)}`
  })
  return `{\n${fields.join(',\n')}\n}\n`
}
