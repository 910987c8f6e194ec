/** A line that cannot be read. */
export class BadCorpus extends Error {}

/** Reads a file line by line, empty ones left out; `read` answers what is wrong with a line. Throws `BadCorpus` with file and line. */
export const labelledLines = <T extends object>(
  file: string,
  text: string,
  read: (line: string, number: number) => T | string,
): readonly T[] =>
  text.split('\n').flatMap((line, i) => {
    if (line === '') return []
    const answer = read(line, i + 1)
    if (typeof answer === 'string') throw new BadCorpus(`${file}:${i + 1}: ${answer}`)
    return [answer]
  })
