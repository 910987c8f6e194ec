/** Asked of any object by the language, by promises and by the test runner; never meant for Electron. */
const asksOfEverything = new Set(['then', 'toJSON', 'asymmetricMatch', 'nodeType', 'tagName', '$$typeof', '@@__IMMUTABLE_ITERABLE__@@'])

/** The fake, but asking for anything that it does not have fails and says what is missing, instead of being `undefined` quietly. */
export const unfaked = <T extends object>(name: string, fake: T): T =>
  new Proxy(fake, {
    get(target, key, receiver) {
      if (typeof key === 'string' && !(key in target) && !asksOfEverything.has(key))
        throw new Error(`electron: ${name}.${key} is not faked`)
      return Reflect.get(target, key, receiver) as unknown
    },
  })
