import type { Channel } from '../../shared/domain/actor.ts'
import type { Point } from '../../shared/domain/geo/point.ts'
import type { IncidentId } from '../../shared/domain/ids.ts'
import type { Narrative, Storm } from '../../shared/domain/narrative/narrative.ts'
import { kindByCode } from '../../shared/domain/taxonomy/taxonomy.ts'
import { seats } from './cast.ts'
import type { Chance } from './chance.ts'
import type { DemoPorts } from './demoPorts.ts'
import type { Guest } from './guest.ts'
import { isDue, untilNext } from './pace.ts'
import { scenes, type Setting } from './scenes.ts'
import type { Schedule } from './schedule.ts'
import { broughtBy, tellReport } from './tellReport.ts'

/** Seven of ten reports are not for the police; the narratives themselves hold a few more police matters. */
const policeShare = 0.3

/** So many of the due reports begin a storm: one matter told by many. */
const stormShare = 0.025

/** Matters of life and death are told often in the narratives, to teach with; a town has them less often. */
const criticalKept = 0.4

/** The same story is not told again before so many others were. */
const rememberedStories = 120

type Needs = Pick<DemoPorts, 'town' | 'taxonomy' | 'stories' | 'now' | 'onTrouble'> & {
  readonly chance: Chance
  readonly plan: Schedule
  readonly guest: Guest
}

export type Reporters = {
  /** Lets reports come from now on. */
  readonly begin: () => void
  /** One report at once, near a point; its incident. */
  readonly bringNear: (narrative: Narrative, near: Point | null) => Promise<IncidentId | null>
  readonly choose: () => Narrative
  /** What units report at the end of this incident, when it is one of ours. */
  readonly outcomesOf: (incident: IncidentId) => readonly string[] | undefined
}

/** Those who call, scan and push: reports from the narratives, at the pace of the hour. */
export const reporters = ({ town, taxonomy, stories, now, chance, plan, guest }: Needs): Reporters => {
  const where = scenes(town)
  const outcomes = new Map<IncidentId, readonly string[]>()
  const startedAt = now()
  const police = stories.narratives.filter((one) => one.policeNeeded)
  const others = stories.narratives.filter((one) => !one.policeNeeded)
  const stormChannels: readonly Channel[] = ['110', '110', 'operator', 'operator', 'citizen', 'grid']
  let count = 0
  let told: readonly string[] = []

  const pickFresh = (pool: readonly Narrative[]): Narrative => {
    const fresh = pool.filter((one) => !told.includes(one.id))
    return chance.pick(fresh.length > 0 ? fresh : pool)
  }
  const choose = (): Narrative => {
    const pool = chance.happens(policeShare) ? police : others
    const first = pickFresh(pool)
    const chosen = first.critical && !chance.happens(criticalKept) ? pickFresh(pool) : first
    told = [chosen.id, ...told].slice(0, rememberedStories)
    return chosen
  }
  const tell = async (story: Narrative | (Storm & { readonly text: string; readonly channel: Channel }), setting: Setting) => {
    const kind = kindByCode(taxonomy, story.kind)
    const number = `${startedAt.toString(36)}-${++count}`
    const report = tellReport({ text: story.text, channel: story.channel, kind, setting }, chance, number)
    const incident = await guest.bring(report, broughtBy(report, chance.pick(seats)))
    if (incident) outcomes.set(incident, story.outcomes)
    return incident
  }
  const beginStorm = () => {
    const storm = chance.pick(stories.storms)
    const setting = where.choose(storm.scene, chance)
    let afterMs = 0
    for (const text of storm.texts) {
      const channel = chance.pick(stormChannels)
      plan.after(afterMs, () => void tell({ ...storm, text, channel }, setting))
      afterMs += chance.gap(25_000)
    }
  }
  const bringNear = (narrative: Narrative, near: Point | null) => tell(narrative, where.choose(narrative.scene, chance, near))
  const wait = () => plan.after(untilNext(chance), come)
  const come = () => {
    wait()
    if (!isDue(now(), town.utcOffsetMinutes, chance)) return
    if (chance.happens(stormShare)) beginStorm()
    else void bringNear(choose(), null)
  }

  return { begin: () => void wait(), bringNear, choose, outcomesOf: (incident) => outcomes.get(incident) }
}
