import type { PlaceCandidate } from '../../shared/contracts/console.ts'
import { useWords, wordsOf } from '../ui/words.ts'
import { useRoom } from './room.tsx'

const words = wordsOf(
  'place-said',
  {
    building: '楼名',
    number: '门牌',
    landmark: '地标',
    crossing: '路口',
    community: '社区',
    road: '道路',
    misheard: '音近',
    beside: '在旁边',
    direction: '去往方向',
    from: '来自方向',
    'near-number': '相差 {{fact}} 号',
    'one-of': '{{fact}} 处之一',
    name: '“{{fact}}”',
  },
  {
    building: 'building',
    number: 'house number',
    landmark: 'landmark',
    crossing: 'crossing',
    community: 'community',
    road: 'road',
    misheard: 'sounds alike',
    beside: 'beside it',
    direction: 'towards it',
    from: 'coming from it',
    'near-number': '{{fact}} numbers away',
    'one-of': 'one of {{fact}}',
    name: '“{{fact}}”',
  },
)

/** `near-number:6`, `one-of-2`, `name:望涛路37号`, or a word alone. */
const token = /^(near-number|name|one-of)[:-](.+)$/

/** A place that is offered, with what tells it from the others: where it lies and why it is meant. */
export const usePlaceSaid = (): ((candidate: PlaceCandidate) => string) => {
  const t = useWords(words)
  const { town } = useRoom()
  return ({ label, place, why }) => {
    const address = town.buildings.find(({ id }) => id === place.building)?.address
    const where = address ?? town.communities.find(({ id }) => id === place.community)?.name ?? ''
    const say = (one: string): string => {
      const [, head = one, fact = ''] = token.exec(one) ?? []
      const key = words.keys.find((known) => known === head)
      const isSaid = head === 'name' && `${label} ${where}`.includes(fact)
      return key && !isSaid ? t(key, { fact }) : ''
    }
    return [label, where, ...why.split(' ').map(say)].filter((part) => part !== '').join(' · ')
  }
}
