/**
 * What stands before the bytes of an update list when it is signed and when the signature is checked. The list's own name is
 * among it, so that a list signed for one kind of machine is no list for another.
 */
export const signedUpdateHead = (name: string): string => `xiaonao update ${name}\n`

/** Where the signature of a list lies: beside it. */
export const signatureOf = (name: string): string => `${name}.sig`
