import { join } from 'node:path'
import type { OpenQuestion, PlaceCandidate } from '../../shared/contracts/console.ts'
import type { IncomingReport } from '../../shared/domain/command.ts'
import type { Incident } from '../../shared/domain/incident/incident.ts'
import type { Place } from '../../shared/domain/incident/report.ts'
import type { KindCode, Taxonomy } from '../../shared/domain/taxonomy/taxonomy.ts'
import type { Resident } from '../../shared/domain/town/residents.ts'
import type { Town } from '../../shared/domain/town/town.ts'
import type { BuildingId } from '../../shared/domain/ids.ts'
import { addressBook } from '../address/addressBook.ts'
import { speaksOfHome, type Home } from '../address/home.ts'
import type { Registry } from '../address/registry.ts'
import { townRegistry } from '../address/townRegistry.ts'
import { loadBrainData } from '../classify/brainData.ts'
import { classifiers } from '../classify/classifier.ts'
import { loadLearnt } from '../classify/loadLearnt.ts'
import { readModel } from '../classify/model/modelFile.ts'
import { openQuestions } from '../classify/openQuestions.ts'
import { loadQuestions } from '../classify/questionData.ts'
import { loadLearntDuplicates } from '../duplicates/learntDuplicates.ts'
import type { Heard } from '../duplicates/telling.ts'
import { homes } from './homes.ts'
import { placeWords } from './placeWords.ts'

/** Below this a place read from the words is only a candidate on the card, not the incident's place. */
const believedFrom = 0.45

/** As much as a place's text holds. */
const longestPlace = 200

type Asking = {
  /** When it was received, UTC ms; null when nobody says. */
  readonly at: number | null
  /** The confidence below which the room has a person decide. */
  readonly sureFrom: number
  /** Kinds of the caller's earlier matters, latest first. */
  readonly earlier?: readonly KindCode[]
}

const hourMs = 3_600_000

const hourAt = (at: number, utcOffsetMinutes: number): number => Math.floor((at + utcOffsetMinutes * 60_000) / hourMs) % 24

type Known = { readonly registry?: Registry; readonly residents?: readonly Resident[] }

/** Whether the number is the caller's own, as an exchange shows it. What somebody types into a form may be anybody's, and the answer would tell where that one lives. */
const isOfTheCaller = ({ channel, caller }: Pick<IncomingReport, 'channel' | 'caller'>): boolean =>
  caller.phone !== null && (channel === 'operator' || channel === '110' || channel === '12345')

/** Longer texts are told and not typed into a search box. */
const longestTyped = 24
const mostOffered = 10

/** What the brain makes of the words of a report: what it is, and where. */
export const understanding = async (
  resources: string,
  taxonomy: Taxonomy,
  town: Town,
  { registry = townRegistry(town), residents = [] }: Known = {},
) => {
  const folder = join(resources, 'brain')
  const data = await loadBrainData(folder)
  const shipped = await loadLearnt(folder)
  const classifierOf = classifiers(taxonomy, data)
  const first = classifierOf(shipped)
  // Which reports are of one matter was learnt from what the shipped model hears, so that one goes on to hear for it.
  const { hear: hearWords, placesIn } = first
  let { classify } = first
  /** Reads a model, null the one that ships, and makes it ready; the answer lets it read every report from then on. */
  const prepare = (bytes: Uint8Array | null): (() => void) => {
    const ready = bytes === null ? first : classifierOf({ ...shipped, model: readModel(Buffer.from(bytes)) })
    return () => void ({ classify } = ready)
  }
  const askNext = openQuestions(await loadQuestions(folder), data)
  const book = addressBook(registry, shipped.sounds)

  const { registered, earlier: earlierHome } = homes(town, residents)

  const named = (text: string, home: Home | null): Place | null => {
    const [best] = text === '' ? [] : book.find(text, home)
    return best && best.confidence >= believedFrom ? best.place : null
  }

  /** The longest words of a text that say where: of two, the longer one tells more of the way. Nothing when none are said. */
  const saidIn = (text: string): string =>
    placeWords(placesIn, text)
      .reduce((longest, one) => (one.length > longest.length ? one : longest), '')
      .slice(0, longestPlace)

  /** Coordinates from outside are believed before words; the words still say what to call the place. */
  const locate = (report: IncomingReport, earlier: readonly BuildingId[] = []): Place => {
    const building = town.buildings.find((one) => one.id === report.building)
    if (building) {
      const { point, address, name, id } = building
      return { text: `${address} ${name}`, point, building: id, ...registry.areaOf(point), source: 'channel' }
    }
    const words = report.placeText !== '' ? '' : saidIn(report.text)
    const home = isOfTheCaller(report) ? (registered(report.caller.phone) ?? earlierHome(earlier)) : null
    const said = named(report.placeText, home) ?? named(words, home) ?? named(report.text, home)
    // 我家 is no place for those who drive there.
    const isHome = said !== null && said.text.length > 0 && speaksOfHome(report.placeText)
    const text = report.placeText !== '' && !isHome ? report.placeText : words || (said?.text ?? '')
    if (report.point) {
      return { text, point: report.point, building: said?.building ?? null, ...registry.areaOf(report.point), source: 'channel' }
    }
    return said ? { ...said, text } : { text, point: null, building: null, grid: null, community: null, source: 'brain' }
  }

  const hear = (text: string): Heard => ({ ...hearWords(text), places: placeWords(placesIn, text) })

  const findPlaces = (text: string): readonly PlaceCandidate[] => {
    const found = book.find(text)
    // What is typed so far may be the beginning of more: 太和苑 of its houses.
    const labels = new Set(found.map(({ label }) => label))
    const begun = text.length > longestTyped ? [] : book.search(text, mostOffered).filter(({ label }) => !labels.has(label))
    return [...found, ...begun]
      .slice(0, mostOffered)
      .map(({ place, label, confidence, why }) => ({ place, label, confidence, why: why.join(' ') }))
  }

  return {
    classify: ({ text, channel, code110 }: IncomingReport, { at, sureFrom, earlier = [] }: Asking) =>
      classify({ text, channel, code110, hour: at === null ? null : hourAt(at, town.utcOffsetMinutes), earlier, sureFrom }),
    prepare,
    locate,
    saidIn,
    /** What the kind asks for and no report says yet, in its words or in those for its place. */
    openQuestions: ({ kind, reports }: Incident): readonly OpenQuestion[] =>
      askNext(
        kind,
        reports.flatMap(({ text, placeText }) => [text, placeText]),
      ),
    /** Somebody speaks of a home that is not registered: where earlier matters of the number were may tell it. */
    asksForHome: ({ text, placeText, channel, caller }: IncomingReport): boolean =>
      isOfTheCaller({ channel, caller }) && registered(caller.phone) === null && (speaksOfHome(placeText) || speaksOfHome(text)),
    findPlaces,
    /** What finding duplicates needs of the brain. */
    duplicates: { taxonomy, learnt: await loadLearntDuplicates(folder), sounds: shipped.sounds, hear },
  }
}
