import type { OpinionAnswer, OpinionLanguage } from '../../shared/contracts/opinion.ts'
import type { TownId } from '../../shared/domain/ids.ts'
import type { Incident } from '../../shared/domain/incident/incident.ts'
import type { Taxonomy } from '../../shared/domain/taxonomy/taxonomy.ts'
import type { Endpoint } from '../opinion/askModel.ts'
import { secondOpinion } from '../opinion/secondOpinion.ts'
import { isLoopback } from '../../shared/contracts/isLoopback.ts'
import type { Settings } from '../settings.ts'
import type { Time } from './systemTime.ts'

type Needs = {
  readonly settings: Pick<Settings, 'opinionUrl' | 'opinionModel' | 'opinionKey'>
  readonly towns: ReadonlyMap<TownId, { readonly taxonomy: Taxonomy }>
  readonly time: Pick<Time, 'monotonic' | 'setTimer'>
  readonly onTrouble: (error: unknown, what: string) => void
}

const endpointOf = ({ opinionUrl: url, opinionModel: model, opinionKey: key }: Needs['settings']): Endpoint | null =>
  url === null || model === null ? null : { url, model, key }

/** Whoever starts the server should see where words of callers go, when they leave this machine. */
const warningFor = ({ url }: Endpoint): string | null => {
  const host = new URL(url).hostname.replace(/^\[|\]$/g, '')
  if (isLoopback(host)) return null
  return (
    `第二意见：接警员询问时，报警内容（号码遮盖后）会发往 ${host}。\n` +
    `Second opinions: when an operator asks, the words of a report, numbers masked, are sent to ${host}.`
  )
}

const off: OpinionAnswer = { state: 'none', why: 'off' }

/** Second opinions of each town, as the settings have it; none of them unless they name a model. */
export const opinionsOf = ({ settings, towns, time, onTrouble }: Needs) => {
  const endpoint = endpointOf(settings)
  const { monotonic, setTimer } = time
  const tell = (error: unknown) => onTrouble(error, 'second opinion')
  const byTown = new Map(
    endpoint === null
      ? []
      : [...towns].map(([id, { taxonomy }]) => [id, secondOpinion({ endpoint, taxonomy, monotonic, setTimer, onTrouble: tell })] as const),
  )
  return {
    warning: endpoint && warningFor(endpoint),
    ask: async (town: TownId, incident: Incident, language: OpinionLanguage): Promise<OpinionAnswer> =>
      byTown.get(town)?.ask(incident, language) ?? off,
    close: () => byTown.forEach(({ close }) => close()),
  }
}
