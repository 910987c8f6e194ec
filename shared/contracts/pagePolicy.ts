/** What a page may load and speak to besides its own origin. */
export type PageNeighbours = {
  /** Origins of sockets and requests. */
  readonly connect: readonly string[]
  /** Origins of pictures. */
  readonly images: readonly string[]
}

/**
 * The content policy of every page of the product, whoever serves it: the dispatch server to a browser, the desktop's
 * main process to its windows. Nothing is allowed that is not named.
 */
export const pagePolicy = ({ connect, images }: PageNeighbours): Readonly<Record<string, readonly string[]>> => ({
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  // Ant Design writes its tokens as style elements while the page runs.
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:', 'blob:', ...images],
  'font-src': ["'self'", 'data:'],
  'connect-src': ["'self'", ...connect],
  'media-src': ["'self'", 'blob:'],
  'worker-src': ["'self'", 'blob:'],
  'manifest-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
})

/** The policy as one header's value. */
export const policyText = (policy: Readonly<Record<string, readonly string[]>>): string =>
  Object.entries(policy)
    .map(([directive, sources]) => `${directive} ${sources.join(' ')}`)
    .join('; ')
