import type { RoomBegun, RoomLook } from '../../../shared/contracts/deskRoom.ts'
import type { Begun, Untrusted } from '../beginning.ts'

export const fingerprint = 'A3:0F:5B:C2:19:7E:D4:88:61:2C:9A:F0:3D:B7:44:E5:08:6F:C1:9D:72:3A:EE:15:B8:50:27:4C:F9:96:0B:D3'

const names = 'C=CN\nO=四季江街道办事处\nCN=四季江街道指挥室'

export const anUntrusted = (differs: Partial<Untrusted['certificate']> & { readonly isChanged?: boolean } = {}): Untrusted => {
  const { isChanged = false, ...certificate } = differs
  return {
    ok: false,
    why: 'untrusted',
    server: 'https://room.example:8135',
    isChanged,
    certificate: {
      fingerprint,
      subject: names,
      issuer: names,
      validFrom: Date.UTC(2026, 0, 5),
      validTo: Date.UTC(2036, 0, 3),
      isAuthority: true,
      ...certificate,
    },
  }
}

export const aRoomThere: RoomLook = { ok: true, server: 'https://room.example:8135' }

export const aRoomBegun: Begun = {
  ok: true,
  server: 'http://127.0.0.1:8135',
  accounts: [
    { id: 'operator1', name: '沈佳' },
    { id: 'admin1', name: '管理员' },
  ],
  password: 'k7mq-4xwp-9hnd-c2vt',
  mustChange: false,
}

export const lookRefusals = [
  'malformed',
  'unreachable',
  'not-a-room',
  'other-version',
  'plain-http',
  'bad-certificate',
  'cannot-keep',
  'no-pass',
  'pass-refused',
] as const satisfies readonly Exclude<RoomLook, { ok: true } | { why: 'untrusted' }>['why'][]

export const everyLook: readonly RoomLook[] = [
  aRoomThere,
  anUntrusted(),
  anUntrusted({ isChanged: true }),
  ...lookRefusals.map((why) => ({ ok: false, why }) as const),
]

export const everyBegun: readonly RoomBegun[] = [
  aRoomBegun,
  { ...aRoomBegun, accounts: [], password: null },
  { ok: false, why: 'stopped', said: '' },
  { ok: false, why: 'cannot-start', said: 'no town' },
]
