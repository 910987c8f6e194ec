import fc from 'fast-check'
export const crime = fc
