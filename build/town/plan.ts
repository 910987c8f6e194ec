/** What stands in a block. */
export type Use =
  | 'bank'
  | 'terrace'
  | 'office'
  | 'civic'
  | 'mall'
  | 'hotel'
  | 'homes'
  | 'towers'
  | 'old'
  | 'market'
  | 'hospital'
  | 'school'
  | 'park'
  | 'depot'
  | 'service'

const letters: Readonly<Record<string, Use>> = {
  b: 'bank',
  t: 'terrace',
  o: 'office',
  c: 'civic',
  m: 'mall',
  g: 'hotel',
  h: 'homes',
  w: 'towers',
  l: 'old',
  k: 'market',
  x: 'hospital',
  s: 'school',
  p: 'park',
  d: 'depot',
  v: 'service',
}

/** The town as seen from the river, nearest row first, from the south-west to the north-east. */
const uses: readonly string[] = [
  'bbbttbbbbb',
  'wwgccoogww',
  'wwoccmoohw',
  'hsoooohhsh',
  'hhvoomhhhp',
  'hhhppohxhh',
  'hlspplhxhh',
  'llhhhhshvh',
  'hhkkhhhhhd',
  'lvkkmhhhld',
]

/** Which community a block belongs to. */
export const communityPlan: readonly string[] = [
  'AAABBBCCCC',
  'AAABBBCCCC',
  'AAABBBCCDD',
  'EEABBBDDDD',
  'EEEFFFFGGG',
  'EEEFFFFGGG',
  'HHHFFIIGGG',
  'HHHIIIIJJJ',
  'KHLLIIIJJJ',
  'KKLLLIIJJJ',
]

export const communityNames: Readonly<Record<string, string>> = {
  A: '望江潮社区',
  B: '市民中心社区',
  C: '江锦社区',
  D: '太和社区',
  E: '五福社区',
  F: '秋荷社区',
  G: '景塘社区',
  H: '严家弄社区',
  I: '双桥社区',
  J: '运新社区',
  K: '清潮社区',
  L: '通海社区',
}

/** Neighbouring blocks that are one, because the street between them was never built: `row,column` pairs. */
export const joined: readonly (readonly [readonly [number, number], readonly [number, number]])[] = [
  [
    [0, 3],
    [0, 4],
  ],
  [
    [1, 3],
    [1, 4],
  ],
  [
    [2, 3],
    [2, 4],
  ],
  [
    [1, 3],
    [2, 3],
  ],
  [
    [1, 4],
    [2, 4],
  ],
  [
    [5, 3],
    [5, 4],
  ],
  [
    [6, 3],
    [6, 4],
  ],
  [
    [5, 3],
    [6, 3],
  ],
  [
    [5, 4],
    [6, 4],
  ],
  [
    [5, 7],
    [6, 7],
  ],
  [
    [8, 2],
    [8, 3],
  ],
  [
    [9, 2],
    [9, 3],
  ],
  [
    [1, 0],
    [1, 1],
  ],
  [
    [3, 0],
    [4, 0],
  ],
  [
    [5, 8],
    [6, 8],
  ],
  [
    [7, 3],
    [7, 4],
  ],
  [
    [3, 6],
    [3, 7],
  ],
  [
    [7, 0],
    [7, 1],
  ],
]

export const useOf = (row: number, column: number): Use => {
  const use = letters[uses[row]?.[column] ?? '']
  if (!use) throw new Error(`The plan says nothing of block ${row},${column}`)
  return use
}
