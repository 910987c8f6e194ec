/** Keys by the instant they are due; a key set again moves, a key set to null leaves. */
export type DueHeap = {
  readonly set: (key: string, at: number | null) => void
  /** The earliest instant; null when nothing is due ever. */
  readonly earliest: () => number | null
  /** Takes out every key due at or before `now`, earliest first. */
  readonly takeDue: (now: number) => readonly string[]
  readonly size: () => number
}

type Entry = { readonly key: string; readonly at: number }

const sift = (heap: Entry[], entry: Entry) => {
  let i = heap.push(entry) - 1
  for (let parent = (i - 1) >> 1; i > 0 && (heap[parent] as Entry).at > entry.at; parent = (i - 1) >> 1) {
    heap[i] = heap[parent] as Entry
    i = parent
  }
  heap[i] = entry
}

const removeTop = (heap: Entry[]) => {
  const last = heap.pop()
  if (last === undefined || heap.length === 0) return
  const at = (i: number) => (heap[i] as Entry).at
  const lesser = (i: number) => (2 * i + 2 < heap.length && at(2 * i + 2) < at(2 * i + 1) ? 2 * i + 2 : 2 * i + 1)
  let i = 0
  for (let child = lesser(i); child < heap.length && at(child) < last.at; child = lesser(i)) {
    heap[i] = heap[child] as Entry
    i = child
  }
  heap[i] = last
}

/** A heap with lazy removal: what moved or left stays inside until it comes up, and is passed over then. */
export const dueHeap = (): DueHeap => {
  const heap: Entry[] = []
  const current = new Map<string, number>()
  const dropStale = () => {
    for (let top = heap[0]; top && current.get(top.key) !== top.at; top = heap[0]) removeTop(heap)
  }
  return {
    set: (key, at) => {
      if (current.get(key) === at) return
      if (at === null) return void current.delete(key)
      current.set(key, at)
      sift(heap, { key, at })
    },
    earliest: () => {
      dropStale()
      return heap[0]?.at ?? null
    },
    takeDue: (now) => {
      const due: string[] = []
      for (dropStale(); heap[0] && heap[0].at <= now; dropStale()) {
        due.push(heap[0].key)
        current.delete(heap[0].key)
      }
      return due
    },
    size: () => current.size,
  }
}
