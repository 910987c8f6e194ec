const hidden = '…'

/** What is taken out of a log before it leaves the machine, in this order: the larger things first, so that no part of one stays. */
const rules: readonly (readonly [RegExp, string | ((...found: string[]) => string)])[] = [
  [/-----BEGIN [A-Z0-9 ]+-----[\s\S]*?(-----END [A-Z0-9 ]+-----|$)/g, `PEM ${hidden}`],
  // Of an address its kind alone: the host says which town, the path and what follows whom it was about.
  [/\b([a-z][a-z0-9+.-]*):\/\/(?!xiaonao\b)[^\s"'<>)\]}]+/gi, `$1://${hidden}`],
  [/\bapp:\/\/xiaonao([^\s"'?#]*)[^\s"')]*/g, 'app://xiaonao$1'],
  [/([?&][\w-]+=)[^&\s"']+/g, `$1${hidden}`],
  // Whose machine it is.
  [/([/\\](?:home|Users)[/\\])[^/\\\s"':]+/gi, `$1${hidden}`],
  [/\b\d{1,3}(\.\d{1,3}){3}\b/g, `IP ${hidden}`],
  [/(?:[0-9a-f]{1,4}:){3,}[0-9a-f:]*|::[0-9a-f]{1,4}\b/gi, `IP ${hidden}`],
  // Tokens, fingerprints, ids of machines.
  [/[A-Za-z0-9_=+-]{40,}/g, hidden],
  [/(?=[A-Za-z_=+-]*[0-9])[A-Za-z0-9_=+-]{20,}/g, hidden],
  // Telephone and identity numbers, however they are written; times stay, since a log without them says nothing.
  [/(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z)|\p{Nd}(?:[ .-]?\p{Nd}){4,}[Xx]?/gu, (_, time) => time ?? hidden],
]

/** The same text without what says who called, who works here, or where the room is. */
export const redacted = (text: string): string =>
  rules.reduce((so, [pattern, by]) => (typeof by === 'string' ? so.replace(pattern, by) : so.replace(pattern, by)), text)
