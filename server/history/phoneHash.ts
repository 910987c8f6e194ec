import { createHmac } from 'node:crypto'
import type { HashPhone } from './callRow.ts'

/** Shorter ones are service numbers (110, 12345) or slips; they do not tell one caller from another. */
const shortestNumber = 7

/** `+86 138-0000-0018`, `008613800000018` and `13800000018` are one telephone. */
export const digitsOf = (phone: string): string => phone.replace(/\D/g, '').replace(/^(?:00)?86(?=1\d{10}$)/, '')

/** A number's keyed hash: without the room's secret the small space of numbers cannot be tried through. Masked and short numbers have none. */
export const phoneHash =
  (secret: Uint8Array): HashPhone =>
  (phone) => {
    if (phone === null || phone.includes('*')) return null
    const digits = digitsOf(phone)
    return digits.length < shortestNumber ? null : createHmac('sha256', secret).update(`phone\n${digits}`).digest('base64url')
  }
