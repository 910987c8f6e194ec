/** A typed array that grows as it is filled: ten million numbers without ten million objects. */
export type Growing = {
  readonly push: (value: number) => void
  readonly at: (i: number) => number
  readonly set: (i: number, value: number) => void
  readonly length: () => number
  /** Lets go of them all, where what is made of them is kept in their stead. */
  readonly clear: () => void
}

const firstLength = 1_024

const grown = (make: (length: number) => Int32Array | Uint32Array | Float64Array): Growing => {
  let numbers = make(firstLength)
  let length = 0
  return {
    push: (value) => {
      if (length === numbers.length) {
        const wider = make(length * 2)
        wider.set(numbers)
        numbers = wider
      }
      numbers[length++] = value
    },
    at: (i) => numbers[i] ?? 0,
    set: (i, value) => void (numbers[i] = value),
    length: () => length,
    clear: () => {
      numbers = make(firstLength)
      length = 0
    },
  }
}

export const growingInts = () => grown((length) => new Int32Array(length))
export const growingUints = () => grown((length) => new Uint32Array(length))
export const growingFloats = () => grown((length) => new Float64Array(length))

/** Things gathered under their owners: those of owner `o` are `items[from[o]]` up to `items[from[o + 1]]`, in the order they came. */
export type Groups = { readonly from: Uint32Array; readonly items: Uint32Array }

/** Gathers by counting: `ownerOf` each thing, −1 for none. */
export const groupsOf = (things: number, owners: number, ownerOf: (thing: number) => number): Groups => {
  const from = new Uint32Array(owners + 1)
  for (let i = 0; i < things; i++) {
    const owner = ownerOf(i)
    if (owner >= 0) from[owner + 1] = (from[owner + 1] ?? 0) + 1
  }
  for (let o = 0; o < owners; o++) from[o + 1] = (from[o + 1] ?? 0) + (from[o] ?? 0)
  const next = from.slice()
  const items = new Uint32Array(from[owners] ?? 0)
  for (let i = 0; i < things; i++) {
    const owner = ownerOf(i)
    if (owner < 0) continue
    const at = next[owner] ?? 0
    items[at] = i
    next[owner] = at + 1
  }
  return { from, items }
}

/** What is gathered under one owner. */
export const groupOf = ({ from, items }: Groups, owner: number): Uint32Array => items.subarray(from[owner] ?? 0, from[owner + 1] ?? 0)
