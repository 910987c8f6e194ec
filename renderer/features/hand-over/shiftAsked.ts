/** What a key asked of the shift log: a fresh value each time, so that asking again is heard again. */
export type ShiftAsked = { readonly what: 'write' | 'handOver' }
