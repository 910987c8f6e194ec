/**
 * What the server's process ends with when it did not start, for whoever started it: codes, since its words are for people.
 * As in `sysexits`: 64 is a wrong flag, 69 a service that cannot be had.
 */
export const serverExit = { failed: 1, usage: 64, portTaken: 69 } as const
