import { X509Certificate } from 'node:crypto'
import { session as sessions, net, type Certificate, type ProxyConfig, type Session } from 'electron'
import type { RoomBegun, RoomLook } from '../../shared/contracts/deskRoom.ts'
import { Health } from '../../shared/contracts/health.ts'
import { passIn } from '../../shared/contracts/wallLink.ts'
import { certificatesOf } from '../room/certificatesOf.ts'
import { hostOf } from '../room/hostOf.ts'
import { judgeCertificate } from '../room/judgeCertificate.ts'
import { lookAtRoom, trustAt, type RoomEyes } from '../room/lookAtRoom.ts'
import { tryPass } from '../room/tryPass.ts'
import type { DeskState } from './deskState.ts'
import { roomHere } from './roomHere.ts'

type Needs = {
  readonly state: DeskState
  /** The root of the packaged tree, with `dist/server` and `resources`. */
  readonly root: string
  readonly now: () => number
  readonly after: (ms: number, act: () => void) => () => void
  readonly proxy: () => ProxyConfig
  /** This workstation has a room now, or has none any more. */
  readonly changed: () => void
  /** The server of this machine can be used, for the first time or again. */
  readonly up: () => void
  /** It did not start, and why is `trouble` from now on. */
  readonly fell: () => void
  /** It is a wall from now on, that nobody sits at; or is none any more. */
  readonly hung: (isWall: boolean) => void
}

/** Chromium's certificate with those that it hangs from, leaf first. */
const chainOf = (certificate: Certificate): readonly X509Certificate[] => {
  const chain: X509Certificate[] = []
  for (let one: Certificate | undefined = certificate; one && chain.length < 8; one = one.issuerCert) {
    chain.push(new X509Certificate(one.data))
    if (one.issuerCert?.fingerprint === one.fingerprint) break
  }
  return chain
}

/** Which room this workstation belongs to: looked at, trusted, chosen, or run right here. */
export const roomKeeping = ({ state, root, now, after, proxy, changed, up, fell, hung }: Needs) => {
  const { workstation, session, wallPass, accounts, log } = state
  const here = roomHere({
    state,
    root,
    now,
    after,
    up: () => {
      void learnMapHosts()
      up()
    },
    fell,
  })
  let looks = 0

  const server = (): string | null => {
    const { room } = workstation.now()
    if (!room) return null
    return room.kind === 'server' ? room.server : (here.server() ?? `http://127.0.0.1:${room.port}`)
  }

  const eyes: RoomEyes = {
    fetch: (url) => lookOver(url),
    certificatesOf,
    trusted: () => workstation.now().trusted,
    now,
  }

  // 0: believed because a person of this room said so; -3: as Chromium itself judged.
  const believed = (certificate: Certificate, hostname: string): 0 | -3 => {
    try {
      return judgeCertificate(chainOf(certificate), hostname, workstation.now().trusted, now()) === 'trusted' ? 0 : -3
    } catch (error) {
      // Without an answer Chromium waits for ever.
      log.trouble('a certificate', error)
      return -3
    }
  }
  const judgeBy = (session: Session, refused: (hostname: string) => void) =>
    session.setCertificateVerifyProc(({ hostname, certificate, errorCode }, answer) => {
      const verdict = errorCode === 0 ? -3 : believed(certificate, hostname)
      if (errorCode !== 0 && verdict !== 0) refused(hostname)
      answer(verdict)
    })
  /** Chromium remembers for half an hour whom it refused, whatever is trusted meanwhile: only another start forgets it. */
  const refusedHosts = new Set<string>()
  judgeBy(sessions.defaultSession, (hostname) => refusedHosts.add(hostname))

  /** Looks over a session of its own each time, so that a certificate that is not trusted yet is not remembered as refused. */
  const lookOver = async (url: string, init: RequestInit = {}): Promise<Response> => {
    looks += 1
    const session = sessions.fromPartition(`look-${looks}`)
    judgeBy(session, () => {})
    await session.setProxy(proxy())
    return session.fetch(url, { ...init, credentials: 'omit', redirect: 'error', signal: AbortSignal.timeout(8_000) })
  }

  const learnMapHosts = async () => {
    const origin = server()
    if (origin === null) return
    const told = Health.safeParse(
      await net.fetch(`${origin}/api/health`, { credentials: 'omit', signal: AbortSignal.timeout(8_000) }).then(
        (answer) => answer.json(),
        () => null,
      ),
    )
    if (!told.success || origin !== server()) return
    const { mapHosts } = told.data
    if (mapHosts.join() !== workstation.now().mapHosts.join()) workstation.change({ mapHosts })
  }

  return {
    server,
    mapHosts: () => workstation.now().mapHosts,
    look: (address: string): Promise<RoomLook> => lookAtRoom(address, eyes),
    trust: async (address: string, fingerprint: string): Promise<RoomLook> => {
      const trusted = await trustAt(address, fingerprint, eyes)
      if (!trusted) return { ok: false, why: 'unreachable' }
      const others = workstation.now().trusted.filter(({ host }) => host !== trusted.host)
      if (!workstation.keep({ trusted: [...others, trusted] })) return { ok: false, why: 'cannot-keep' }
      log.info('a certificate is trusted', { host: trusted.host, fingerprint })
      return lookAtRoom(address, eyes)
    },
    use: async (address: string): Promise<RoomLook> => {
      const look = await lookAtRoom(address, eyes)
      if (!look.ok) return look
      const pass = passIn(address) ?? null
      const opens = pass === null ? 'opens' : await tryPass(look.server, pass, lookOver)
      if (opens !== 'opens') return { ok: false, why: opens === 'refused' ? 'pass-refused' : 'unreachable' }
      if (!workstation.keep({ room: { kind: 'server', server: look.server }, isWall: pass !== null, mapHosts: [] }))
        return { ok: false, why: 'cannot-keep' }
      accounts.read()
      if (pass !== null) {
        wallPass.keep(look.server, pass)
        hung(true)
      }
      await learnMapHosts()
      changed()
      return look
    },
    begin: async (which: 'example' | 'own'): Promise<RoomBegun> => {
      const begun = await here.begin(which)
      if (begun.ok) await learnMapHosts()
      return begun
    },
    /** Told by the room of this machine, and not yet confirmed by a person to be written down; null while that room is not kept. */
    unread: (): RoomBegun | null => {
      const begun = accounts.unread()
      const at = server()
      return begun && at !== null ? { ...begun, server: at } : null
    },
    written: accounts.read,
    trouble: here.trouble,
    /** The room that was chosen on an earlier day: started when it is here; else only known. */
    resume: async (): Promise<void> => {
      const { room } = workstation.now()
      if (room?.kind === 'this-machine') return here.resume(room)
      // The windows do not wait for a server that may be silent: until it says otherwise it is as it was.
      void learnMapHosts()
    },
    leave: () => {
      here.leave()
      session.forget()
      wallPass.forget()
      accounts.read()
      const wasWall = workstation.now().isWall
      workstation.change({ room: null, isWall: false, mapHosts: [] })
      if (wasWall) hung(false)
      changed()
    },
    stop: here.stop,
    /** Pages cannot reach the room before the program was started anew, though it is trusted by now. */
    mustStartAgain: (): boolean => {
      const at = server()
      return at !== null && refusedHosts.has(hostOf(new URL(at)))
    },
  }
}

export type RoomKeeping = ReturnType<typeof roomKeeping>
