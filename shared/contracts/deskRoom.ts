import { z } from 'zod'

/** A certificate as a person compares it with the sheet that hangs in the server room. */
export const ShownCertificate = z.object({
  /** SHA-256 of what is trusted, as `AB:CD:…`. */
  fingerprint: z.string(),
  subject: z.string(),
  issuer: z.string(),
  /** UTC ms. */
  validFrom: z.number(),
  validTo: z.number(),
  /** True: the room's own authority, whose later certificates are then trusted too; false: this one certificate. */
  isAuthority: z.boolean(),
})
export type ShownCertificate = z.infer<typeof ShownCertificate>

/** What stands at an address. */
export const RoomLook = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), server: z.string() }),
  /** `isChanged`: another certificate was trusted here before. */
  z.object({
    ok: z.literal(false),
    why: z.literal('untrusted'),
    server: z.string(),
    certificate: ShownCertificate,
    isChanged: z.boolean(),
  }),
  z.object({
    ok: z.literal(false),
    why: z.enum([
      /** No http(s) address can be made of what was typed. */
      'malformed',
      'unreachable',
      /** Something answers, but it is not a room of ours. */
      'not-a-room',
      /** The room speaks another version of the wire; `theirs` is its number. */
      'other-version',
      /** Plain http beyond this machine would send passwords in clear. */
      'plain-http',
      /** The certificate has run out or is for another name, which trusting it cannot mend. */
      'bad-certificate',
      'cannot-keep',
      /** A wall's link that was not copied whole. */
      'no-pass',
      /** A wall's link that opens nothing: its pass was revoked, or the wall removed. */
      'pass-refused',
    ]),
    said: z.string().optional(),
  }),
])
export type RoomLook = z.infer<typeof RoomLook>

/** This machine's own room, begun: where it is, and once the accounts to sign in with. */
export const RoomBegun = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    server: z.string(),
    accounts: z.array(z.object({ id: z.string(), name: z.string() })).readonly(),
    password: z.string().nullable(),
    mustChange: z.boolean(),
  }),
  z.object({ ok: z.literal(false), why: z.enum(['stopped', 'cannot-start']), said: z.string() }),
])
export type RoomBegun = z.infer<typeof RoomBegun>
