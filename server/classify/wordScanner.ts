/** Where each word stands in a text: word number → ascending UTF-16 offsets. */
export type Occurrences = ReadonlyMap<number, readonly number[]>

type Node = { readonly next: Map<number, Node>; word: number }

const emptyNode = (): Node => ({ next: new Map(), word: -1 })

const insert = (root: Node, word: string, number: number) => {
  let node = root
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i)
    const next = node.next.get(unit) ?? emptyNode()
    node.next.set(unit, next)
    node = next
  }
  node.word = number
}

/** All words that begin at one offset, shortest first. */
const wordsAt = (root: Node, text: string, at: number, found: (word: number) => void) => {
  let node: Node | undefined = root
  for (let i = at; i < text.length; i++) {
    node = node.next.get(text.charCodeAt(i))
    if (!node) return
    if (node.word !== -1) found(node.word)
  }
}

/** Finds every occurrence of every word in one pass; words overlap freely. */
export const wordScanner = (words: readonly string[]): ((text: string) => Occurrences) => {
  const root = emptyNode()
  words.forEach((word, number) => insert(root, word, number))
  return (text) => {
    const occurrences = new Map<number, number[]>()
    for (let at = 0; at < text.length; at++) {
      wordsAt(root, text, at, (word) => {
        const list = occurrences.get(word)
        if (list) list.push(at)
        else occurrences.set(word, [at])
      })
    }
    return occurrences
  }
}
