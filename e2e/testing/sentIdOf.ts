/** The id that a console made, of the id that the journal keeps for it; every other sender's stays whole. */
export const sentIdOf = (commandId: string): string => commandId.replace(/^console:[^:]+:/, '')
