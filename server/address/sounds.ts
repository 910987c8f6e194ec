/** How a character sounds: every reading as it is spoken, and as speakers of the south may say it. */
export type Sound = { readonly spoken: readonly number[]; readonly heard: readonly number[] }

/** A sound for every sign of a plain text; a sign that is no known character sounds only like itself. */
export type Sounds = (unit: number) => Sound

/** Numbers from here on are signs, below are syllables: there are some four hundred. */
const signsFrom = 1_024

/**
 * Syllables that are one to many callers from the south, and to those who write down what they say:
 * zh/z, ch/c, sh/s, n/l, hu/f, and the nasal at the end.
 */
const southern = (syllable: string): string =>
  syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/^n/, 'l')
    .replace(/^hui$/, 'fei')
    .replace(/^hun$/, 'fen')
    .replace(/^hu(?=.)/, 'f')
    .replace(/^hu$/, 'fu')
    .replace(/(?<=[aei])ng$/, 'n')

/** Reads the table `resources/brain/pinyin.txt`: a syllable a line with the characters that are read so. */
export const soundsOf = (table: string): Sounds => {
  const ids = new Map<string, number>()
  const idOf = (syllable: string) => {
    const id = ids.get(syllable) ?? ids.size + 1
    ids.set(syllable, id)
    return id
  }
  const known = new Map<number, { spoken: number[]; heard: number[] }>()
  for (const line of table.split('\n')) {
    const [syllable = '', signs = ''] = line.split(' ')
    if (signs === '') continue
    const [spoken, heard] = [idOf(syllable), idOf(southern(syllable))]
    for (let i = 0; i < signs.length; i++) {
      const sound = known.get(signs.charCodeAt(i)) ?? { spoken: [], heard: [] }
      known.set(signs.charCodeAt(i), sound)
      sound.spoken.push(spoken)
      if (!sound.heard.includes(heard)) sound.heard.push(heard)
    }
  }
  const alone = new Map<number, Sound>()
  return (unit) => {
    const sound = known.get(unit) ?? alone.get(unit)
    if (sound) return sound
    const own: Sound = { spoken: [signsFrom + unit], heard: [signsFrom + unit] }
    alone.set(unit, own)
    return own
  }
}
