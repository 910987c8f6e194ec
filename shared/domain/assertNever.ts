/** Ends a `switch` over a closed union: a new member that is not handled does not compile. */
export const assertNever = (value: never): never => {
  throw new Error(`Not a member of its union: ${JSON.stringify(value)}`)
}
