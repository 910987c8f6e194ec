import pino from 'pino'
export const crime = pino
