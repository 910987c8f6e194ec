/** 128 random bits as 32 hex characters. `crypto.randomUUID` is missing where the page came over plain HTTP. */
export const randomId = (chance: Pick<Crypto, 'getRandomValues'>): string =>
  Array.from(chance.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
