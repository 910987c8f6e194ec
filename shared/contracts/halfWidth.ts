/** An address as people type or paste it with a Chinese keyboard on: full-width signs become those that an address has. */
export const halfWidth = (typed: string): string =>
  typed
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\u3002]/g, (sign) => (sign === '\u3002' ? '.' : ' '))
    .trim()
