import type { Net } from 'electron'
import { offer } from '../offer.ts'
import type { CertificateJudge } from './certificateJudge.ts'
import { tlsFetch } from './tlsFetch.ts'

export type NetPart = { readonly net: Pick<Net, 'fetch' | 'isOnline' | 'online'>; readonly setOnline: (online: boolean) => void }

export function netPart(judge: () => CertificateJudge): NetPart {
  let isOnline = true
  const net = {
    fetch: (input: string | Request, init?: object) => tlsFetch(judge(), input, init as RequestInit),
    isOnline: () => isOnline,
    get online() {
      return isOnline
    },
  }
  return {
    net: offer('net', net),
    setOnline: (online) => {
      isOnline = online
    },
  }
}
