/** A name found in a text: which one, where, and whether one of its characters was misheard. */
export type NameHit = { readonly name: number; readonly start: number; readonly end: number; readonly misheard: boolean }

/** Names this short say too little when one character is wrong. */
const shortestMisheard = 3

const sharesEnough = (text: string, name: string, start: number): number => {
  let wrong = 0
  for (let i = 0; i < name.length; i++) {
    if (text[start + i] !== name[i]) wrong++
    if (wrong > 1) return wrong
  }
  return wrong
}

const isNumeral = (unit: string | undefined) => unit !== undefined && /[0-9a-z]/.test(unit)

/** A misheard digit or letter is another building, and the last character (路, 苑, 里) tells names apart: neither is another spelling. */
const differsInName = (text: string, name: string, start: number): boolean => {
  const i = [...name].findIndex((unit, at) => text[start + at] !== unit)
  if (i === name.length - 1) return false
  return !isNumeral(name[i]) && !isNumeral(text[start + i]) && /\p{Script=Han}/u.test(text[start + i] ?? '')
}

/** First and third character: the pair that is left of a name of three when its middle is misheard. */
const outerPair = (text: string, at: number): string => `${text.charAt(at)}?${text.charAt(at + 2)}`

/**
 * Finds names in a text, allowing one misheard character (长青苑 for 常青苑) in names of three and more.
 *
 * Names are looked up by pairs of neighbouring characters, so the cost grows with the text and not with the town.
 */
export const nameIndex = (names: readonly string[]): ((text: string) => readonly NameHit[]) => {
  const byPair = new Map<string, { readonly name: number; readonly at: number }[]>()
  const add = (pair: string, name: number, at: number) => {
    const list = byPair.get(pair) ?? []
    byPair.set(pair, list)
    list.push({ name, at })
  }
  names.forEach((written, name) => {
    for (let at = 0; at + 2 <= written.length; at++) add(written.slice(at, at + 2), name, at)
    if (written.length === shortestMisheard) add(outerPair(written, 0), name, 0)
  })
  const hitAt = (text: string, name: number, start: number): NameHit | undefined => {
    const written = names[name] ?? ''
    const end = start + written.length
    if (start < 0 || end > text.length) return undefined
    const wrong = sharesEnough(text, written, start)
    if (wrong === 0) return { name, start, end, misheard: false }
    if (wrong > 1 || written.length < shortestMisheard || !differsInName(text, written, start)) return undefined
    return { name, start, end, misheard: true }
  }
  return (text) => {
    const seen = new Set<string>()
    const hits: NameHit[] = []
    for (let i = 0; i + 2 <= text.length; i++) {
      for (const { name, at } of [...(byPair.get(text.slice(i, i + 2)) ?? []), ...(byPair.get(outerPair(text, i)) ?? [])]) {
        const key = `${name}@${i - at}`
        if (seen.has(key)) continue
        seen.add(key)
        const hit = hitAt(text, name, i - at)
        if (hit) hits.push(hit)
      }
    }
    return hits
  }
}
