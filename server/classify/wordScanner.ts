/** Where each word stands in a text: word number → ascending UTF-16 offsets. */
export type Occurrences = ReadonlyMap<number, readonly number[]>

/** Steps from a node of the trie by a unit to the next node, in one open-addressed table: half of it stays empty. */
type Steps = { readonly next: (node: number, unit: number) => number; readonly add: (node: number, unit: number, to: number) => void }

const none = -1

const stepTable = (most: number): Steps => {
  let size = 16
  while (size < 2 * most) size *= 2
  const nodes = new Int32Array(size).fill(none)
  const units = new Uint16Array(size)
  const targets = new Int32Array(size)
  /** The slot of a step, or the empty one where it would be. */
  const slotOf = (node: number, unit: number): number => {
    let slot = (Math.imul(node, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b)) >>> 7
    for (slot &= size - 1; nodes[slot] !== none; slot = (slot + 1) & (size - 1)) {
      if (nodes[slot] === node && units[slot] === unit) return slot
    }
    return slot
  }
  return {
    next: (node, unit) => {
      const slot = slotOf(node, unit)
      return nodes[slot] === none ? none : (targets[slot] as number)
    },
    add: (node, unit, to) => {
      const slot = slotOf(node, unit)
      nodes[slot] = node
      units[slot] = unit
      targets[slot] = to
    },
  }
}

/** Finds every occurrence of every word in one pass; words overlap freely. Of equal words the last number is told. */
export const wordScanner = (words: readonly string[]): ((text: string) => Occurrences) => {
  const most = words.reduce((sum, word) => sum + word.length, 1)
  const steps = stepTable(most)
  const wordAt = new Int32Array(most).fill(none)
  /** Units with which no word begins are left after one look. */
  const begins = new Uint8Array(65_536)
  let nodes = 1
  words.forEach((word, number) => {
    let node = 0
    for (let i = 0; i < word.length; i++) {
      const unit = word.charCodeAt(i)
      if (i === 0) begins[unit] = 1
      let to = steps.next(node, unit)
      if (to === none) {
        to = nodes++
        steps.add(node, unit, to)
      }
      node = to
    }
    wordAt[node] = number
  })
  wordAt[0] = none

  return (text) => {
    const occurrences = new Map<number, number[]>()
    for (let at = 0; at < text.length; at++) {
      if (begins[text.charCodeAt(at)] === 0) continue
      let node = 0
      for (let i = at; i < text.length; i++) {
        node = steps.next(node, text.charCodeAt(i))
        if (node === none) break
        const word = wordAt[node] as number
        if (word === none) continue
        const list = occurrences.get(word)
        if (list) list.push(at)
        else occurrences.set(word, [at])
      }
    }
    return occurrences
  }
}
