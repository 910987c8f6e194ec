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
    offset: '相距 {{fact}} 米',
    side: '在其一侧',
    home: '来电人住处',
    registered: '登记地址',
    earlier: '以往来电地址',
    disagrees: '门牌与楼名不符',
    'no-such-house': '登记中没有这一幢',
    'no-such-room': '登记中没有这一室',
    'no-such-exit': '没有这个出口',
    'not-there': '提到但不在此处',
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
    offset: '{{fact}} m away',
    side: 'on its side',
    home: 'the caller’s home',
    registered: 'registered',
    earlier: 'as in earlier calls',
    disagrees: 'number and name disagree',
    'no-such-house': 'no such house is registered',
    'no-such-room': 'no such room is registered',
    'no-such-exit': 'no such exit',
    'not-there': 'named, but not where it happened',
    direction: 'towards it',
    from: 'coming from it',
    'near-number': '{{fact}} numbers away',
    'one-of': 'one of {{fact}}',
    name: '“{{fact}}”',
  },
)

/** `near-number:6`, `offset:50`, `one-of-2`, `name:望涛路37号`, or a word alone. */
const token = /^(near-number|name|one-of|offset)[:-](.+)$/

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
