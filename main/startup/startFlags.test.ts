import fc from 'fast-check'
import { expect, test } from 'vitest'
import { startFlags } from './startFlags.ts'

const nothing = { server: null, wall: null, layout: null, link: null, ignored: [] }

test.each([
  [[], {}],
  [['--server=room.example:8135'], { server: 'room.example:8135' }],
  [['--server', '１０．０．０．８'], { server: '１０．０．０．８' }],
  [['--wall', '东墙'], { wall: { name: '东墙' } }],
  [['--wall='], { wall: { name: null } }],
  [['--wall', '--layout=night'], { wall: { name: null }, layout: 'night' }],
  [['--no-sandbox', '--type=x', '/opt/xiaonao', 'file.txt'], {}],
  [['xiaonao://incident/E-1042'], { link: 'xiaonao://incident/E-1042' }],
  [['--wall', 'XIAONAO://incident/E-1'], { wall: { name: null }, link: 'XIAONAO://incident/E-1' }],
  [['--layout=a', '--layout=b'], { layout: 'b' }],
])('[E13] %j is understood', (args, asked) => expect(startFlags(args)).toEqual({ ...nothing, ...asked }))

test.each([
  [['--server'], '--server without a value'],
  [['--server='], '--server with a value that does not fit'],
  [['--server', 'room example'], '--server with a value that does not fit'],
  [[`--server=${'x'.repeat(301)}`], '--server with a value that does not fit'],
  [['--wall=../../etc'], '--wall with a value that does not fit'],
  [['--wall=east wall'], '--wall with a value that does not fit'],
  [['--layout=a b'], '--layout with a value that does not fit'],
  [['--layout'], '--layout without a value'],
])('[E13] %j is left out, in words', (args, words) => expect(startFlags(args)).toEqual({ ...nothing, ignored: [words] }))

test('[E13] whatever stands on the command line, what is understood fits, and the log is told no value', () => {
  const arg = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('--server', '--wall', '--layout', '--server=', '--wall=', '--layout=', 'xiaonao:x'),
  )
  fc.assert(
    fc.property(fc.array(arg, { maxLength: 6 }), (args) => {
      const flags = startFlags(args)
      expect(flags.layout === null || /^[A-Za-z0-9_-]{1,64}$/.test(flags.layout)).toBe(true)
      expect(flags.wall?.name == null || /^[\p{L}\p{N}_-]{1,64}$/u.test(flags.wall.name)).toBe(true)
      expect(flags.server === null || !/[\s\p{Cc}]/u.test(flags.server)).toBe(true)
      expect(flags.ignored.every((words) => /^(--\w+ with(out)? a value( that does not fit)?|more than one link)$/.test(words))).toBe(true)
    }),
  )
})
