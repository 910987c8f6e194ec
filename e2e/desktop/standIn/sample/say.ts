/** Writes a line that a test can wait for. */
export const say = (...words: readonly unknown[]): void =>
  console.log(words.map((word) => (typeof word === 'string' ? word : JSON.stringify(word))).join(' '))
