/** What the desktop app offers its pages: questions that it answers, and news of it. */
export type Desk = {
  readonly ask: (name: string, payload: unknown) => Promise<unknown>
  /** The answer stops it. */
  readonly hear: (name: string, listener: (told: unknown) => void) => () => void
}

/** The desk of a page; null in a browser. */
export const deskOf = (page: object): Desk | null => ('desk' in page ? (page.desk as Desk) : null)
