/** A heap of small integers by cost, in typed arrays: no garbage while a search runs. */
export type MinHeap = {
  readonly size: () => number
  readonly push: (item: number, cost: number) => void
  /** The item with the least cost; -1 when empty. */
  readonly pop: () => number
  /** Cost of the item last popped. */
  readonly poppedCost: () => number
  readonly clear: () => void
}

export const minHeap = (capacity: number): MinHeap => {
  let items = new Int32Array(Math.max(16, capacity))
  let costs = new Float64Array(Math.max(16, capacity))
  let size = 0
  let popped = 0

  const grow = () => {
    const moreItems = new Int32Array(items.length * 2)
    const moreCosts = new Float64Array(items.length * 2)
    moreItems.set(items)
    moreCosts.set(costs)
    items = moreItems
    costs = moreCosts
  }
  const cost = (i: number) => costs[i] as number
  const put = (i: number, item: number, value: number) => {
    items[i] = item
    costs[i] = value
  }
  const lesserChild = (i: number) => {
    const left = 2 * i + 1
    return left + 1 < size && cost(left + 1) < cost(left) ? left + 1 : left
  }
  const sink = (item: number, value: number) => {
    let i = 0
    for (let child = lesserChild(i); child < size && cost(child) < value; child = lesserChild(i)) {
      put(i, items[child] as number, cost(child))
      i = child
    }
    put(i, item, value)
  }

  return {
    size: () => size,
    push: (item, value) => {
      if (size === items.length) grow()
      let i = size++
      for (let parent = (i - 1) >> 1; i > 0 && cost(parent) > value; parent = (i - 1) >> 1) {
        put(i, items[parent] as number, cost(parent))
        i = parent
      }
      put(i, item, value)
    },
    pop: () => {
      if (size === 0) return -1
      const top = items[0] as number
      popped = cost(0)
      size -= 1
      if (size > 0) sink(items[size] as number, cost(size))
      return top
    },
    poppedCost: () => popped,
    clear: () => void (size = 0),
  }
}
