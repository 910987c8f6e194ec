type Resolved = { readonly url: string }
type Next = (specifier: string, context: object) => Promise<Resolved>

const standIn = new URL('electron.ts', import.meta.url).href

/** A resolve hook of Node: our main process imports `electron`, and what it gets is the stand-in. */
export async function resolve(specifier: string, context: object, next: Next): Promise<Resolved> {
  if (specifier === 'electron' || specifier === 'electron/main') return next(standIn, context)
  return next(specifier, context)
}
