/**
 * Words that are kept once and known by their number; 0 is the empty word.
 *
 * The copy is a string of its own: a piece of a line would keep the whole line in memory.
 */
export const wordTable = () => {
  const ids = new Map<string, number>([['', 0]])
  const words: string[] = ['']
  const copy = (word: string) => Buffer.from(word, 'utf8').toString('utf8')
  return {
    /** The number of the word under `key`; `word` is how it is shown. */
    idOf: (key: string, word: string): number => {
      const known = ids.get(key)
      if (known !== undefined) return known
      ids.set(copy(key), words.length)
      words.push(copy(word))
      return words.length - 1
    },
    /** The number of the word under `key`, 0 when there is none. */
    known: (key: string): number => ids.get(key) ?? 0,
    word: (id: number): string => words[id] ?? '',
    size: () => words.length,
  }
}
