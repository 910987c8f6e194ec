import { join } from 'node:path'
import type { OpenQuestion, PlaceCandidate } from '../../shared/contracts/console.ts'
import type { IncomingReport } from '../../shared/domain/command.ts'
import type { Incident } from '../../shared/domain/incident/incident.ts'
import type { Place } from '../../shared/domain/incident/report.ts'
import type { Taxonomy } from '../../shared/domain/taxonomy/taxonomy.ts'
import type { Town } from '../../shared/domain/town/town.ts'
import { gridAt } from '../../shared/domain/town/whereIs.ts'
import { addressBook } from '../address/addressBook.ts'
import { loadBrainData } from '../classify/brainData.ts'
import { classifier } from '../classify/classifier.ts'
import { loadLearnt } from '../classify/loadLearnt.ts'
import { readModel } from '../classify/model/modelFile.ts'
import { openQuestions } from '../classify/openQuestions.ts'
import { loadQuestions } from '../classify/questionData.ts'

/** Below this a place read from the words is only a candidate on the card, not the incident's place. */
const believedFrom = 0.45

/** What the brain makes of the words of a report: what it is, and where. */
export const understanding = async (resources: string, taxonomy: Taxonomy, town: Town) => {
  const folder = join(resources, 'brain')
  const data = await loadBrainData(folder)
  const shipped = await loadLearnt(folder)
  let { classify } = classifier(taxonomy, data, shipped)
  /** Reads a model, null the one that ships, and makes it ready; the answer lets it read every report from then on. */
  const prepare = (bytes: Uint8Array | null): (() => void) => {
    const model = bytes === null ? shipped.model : readModel(Buffer.from(bytes))
    const ready = classifier(taxonomy, data, { ...shipped, model })
    return () => void (classify = ready.classify)
  }
  const askNext = openQuestions(await loadQuestions(folder), data)
  const book = addressBook(town)
  const areaOf = (point: Place['point']): Pick<Place, 'grid' | 'community'> => {
    const grid = point ? gridAt(town, point) : undefined
    return { grid: grid?.id ?? null, community: grid?.community ?? null }
  }

  const named = (text: string): Place | null => {
    const [best] = text === '' ? [] : book.find(text)
    return best && best.confidence >= believedFrom ? best.place : null
  }

  /** Coordinates from outside are believed before words; the words still say what to call the place. */
  const locate = (report: IncomingReport): Place => {
    const building = town.buildings.find((one) => one.id === report.building)
    if (building) {
      const { point, address, name, id } = building
      return { text: `${address} ${name}`, point, building: id, ...areaOf(point), source: 'channel' }
    }
    const said = named(report.placeText) ?? named(report.text)
    const text = report.placeText !== '' ? report.placeText : (said?.text ?? '')
    if (report.point) {
      return { text, point: report.point, building: said?.building ?? null, ...areaOf(report.point), source: 'channel' }
    }
    return said ? { ...said, text } : { text, point: null, building: null, grid: null, community: null, source: 'brain' }
  }

  const findPlaces = (text: string): readonly PlaceCandidate[] => {
    const found = book.find(text)
    const candidates = found.length > 0 ? found : book.search(text, 8)
    return candidates.map(({ place, label, confidence, why }) => ({ place, label, confidence, why: why.join(' ') }))
  }

  return {
    /** `sureFrom`: the confidence below which the room has a person decide. */
    classify: ({ text, channel, code110 }: IncomingReport, at: number, sureFrom: number) =>
      classify({ text, channel, code110, at, sureFrom }),
    prepare,
    locate,
    /** What the kind asks for and no report says yet, in its words or in those for its place. */
    openQuestions: ({ kind, reports }: Incident): readonly OpenQuestion[] =>
      askNext(
        kind,
        reports.flatMap(({ text, placeText }) => [text, placeText]),
      ),
    findPlaces,
  }
}
