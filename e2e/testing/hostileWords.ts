import fc from 'fast-check'

/** What a hostile or broken sender writes where a word is expected. */
export const hostileWords: readonly string[] = [
  '',
  ' ',
  '__proto__',
  'constructor',
  '../../../../etc/passwd',
  '..%2f..%2f..%2fetc%2fpasswd',
  '%00',
  '%',
  "' OR 1=1; DROP TABLE account; --",
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '👩‍👩‍👧‍👦𠮷𪚥龘䶮',
  '\ud800',
  '\u0000\u0007\u001b[31m',
  'NaN',
  '-1',
  '1e999',
  'x'.repeat(5_000),
]

const nested = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`

const json = (value: unknown) => JSON.stringify(value)

/** Names of fields that some door reads. */
const fields = [
  'id',
  'text',
  'account',
  'password',
  'old',
  'new',
  'name',
  'role',
  'channel',
  'unit',
  'until',
  'upTo',
  'change',
  'items',
  'sentAt',
  'fixes',
  'incident',
  'report',
  'photos',
  'building',
  'signature',
  'follow',
  'stars',
  'comment',
  'phone',
  'point',
  'jjdbh',
  'bjnr',
  'bjsj',
  'gdbh',
  'nr',
  'snapshot',
]

const everyFieldIs = (value: unknown) => json(Object.fromEntries(fields.map((field) => [field, value])))

/** Bodies that are no form, or the wrong one; sent as they stand. */
export const hostileBodies: readonly string[] = [
  '',
  '{',
  'null',
  '[]',
  '"words"',
  '1e999',
  nested(3_000),
  '[['.repeat(20_000),
  '{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}}}',
  ...hostileWords.map(everyFieldIs),
  ...[null, -1, 1e308, 0.1, true, [], {}, [[[]]], { $ne: null }, ['a', 'b']].map(everyFieldIs),
  everyFieldIs(1e15).replaceAll('1000000000000000', '99999999999999999999999999'),
  ...fc.sample(fc.json({ maxDepth: 4 }), { numRuns: 12, seed: 135 }),
]

export const tenMegabytes = `{"text":"${'吵'.repeat(3_400_000)}"}`

/** What may be said over a socket. */
export const hostilePayloads: readonly unknown[] = [
  ...[null, 0, -1, 1e308, true, '', [], {}, [[]], 'x'.repeat(20_000)],
  ...hostileWords.map((word) => ({ id: word, incident: word, report: word, wall: word, text: word, command: { type: word } })),
  { wall: 'wall-999999' },
  { after: 1e999 },
  { after: -1 },
  { after: 0.5 },
  { id: 'command-hostile', command: { type: 'incident.note', incident: 'E-1001', text: '' } },
  { id: 'command-hostile', command: { type: 'units.assign', incident: 'E-1001', orders: Array.from({ length: 500 }, () => ({})) } },
  { id: 'command-hostile', command: { type: 'clock.tick', incidents: [], alarms: [] } },
  JSON.parse(nested(500)) as unknown,
  Buffer.from('binary'),
  ...fc.sample(fc.jsonValue({ maxDepth: 3 }), { numRuns: 12, seed: 135 }),
]
