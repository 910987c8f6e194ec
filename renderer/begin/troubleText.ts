import { protocolVersion } from '../../shared/contracts/version.ts'
import type { Say } from '../ui/words.ts'
import type { AddressTrouble, MachineTrouble } from './beginning.ts'
import type { troubleWords } from './troubleWords.ts'

type T = Say<(typeof troubleWords)['keys'][number]>
export type TroubleText = { readonly title: string; readonly todo: string }

const ofAddress = ({ why, said, isAfterTrust }: AddressTrouble, t: T): TroubleText => {
  switch (why) {
    case 'bad-certificate': {
      const which = said === 'other-name' ? 'other-name' : 'ran-out'
      return { title: t(which), todo: t(`${which}.do`) }
    }
    case 'other-version': {
      const theirs = Number(said)
      const which = theirs > protocolVersion ? 'newer-server.do' : 'older-server.do'
      return { title: t('other-version'), todo: t(which, { theirs: said ?? '?', ours: protocolVersion }) }
    }
    case 'unreachable':
      return isAfterTrust ? { title: t('changed'), todo: t('changed.do') } : { title: t(why), todo: t(`${why}.do`) }
    case 'nothing-typed':
    case 'malformed':
    case 'not-a-room':
    case 'plain-http':
    case 'cannot-keep':
    case 'no-pass':
    case 'pass-refused':
    case 'no-answer':
      return { title: t(why), todo: t(`${why}.do`) }
  }
}

/** What went wrong, in the words of the room, and what can be done. */
export const troubleText = (trouble: AddressTrouble | MachineTrouble, t: T): TroubleText => {
  if (trouble.of === 'address') return ofAddress(trouble, t)
  const { why, said, town } = trouble
  // Where no file is asked for, nobody left one unchosen: the server was told to end while it started.
  if (why === 'stopped' && town === 'example') return { title: t('halted'), todo: t('halted.do') }
  return { title: t(why), todo: t(why === 'cannot-start' && said === '' ? 'cannot-start.silent' : `${why}.do`) }
}
