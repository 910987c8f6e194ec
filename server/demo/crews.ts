import { incidentOf } from '../../shared/domain/board/board.ts'
import type { FieldCommand } from '../../shared/domain/command.ts'
import type { RecordedEvent } from '../../shared/domain/event.ts'
import type { Point } from '../../shared/domain/geo/point.ts'
import type { AssignmentId, IncidentId, UnitId } from '../../shared/domain/ids.ts'
import { isActive, progress, type Assignment } from '../../shared/domain/incident/assignment.ts'
import type { Incident } from '../../shared/domain/incident/incident.ts'
import { demoOrigin } from './cast.ts'
import type { Chance } from './chance.ts'
import { crewStep, type Done } from './crewStep.ts'
import type { DemoPorts } from './demoPorts.ts'
import type { Guest } from './guest.ts'
import type { Hurry } from './hurry.ts'
import type { Movers } from './movers.ts'
import type { Schedule } from './schedule.ts'
import { temperOf, type Temper } from './temper.ts'

/** One unit on one task. */
type Life = {
  readonly chance: Chance
  readonly unit: UnitId
  readonly temper: Temper
  /** What of the assignment the next step was planned from. */
  plannedFor: string
  done: Done
  failures: number
  cancel: () => void
}

export type Crews = {
  readonly look: (events: readonly RecordedEvent[]) => void
  /** Takes up what stood on the board when the played life began. */
  readonly resume: (incident: Incident) => void
}

type Needs = Pick<DemoPorts, 'town' | 'board' | 'stories' | 'speed'> & {
  readonly chance: Chance
  readonly plan: Schedule
  readonly guest: Guest
  readonly movers: Movers
  readonly hurry: Hurry
  readonly outcomesOf: (incident: IncidentId) => readonly string[] | undefined
}

/** After so many refusals of one step the unit waits until something happens. */
const mostFailures = 3

const supported = ['协助处置完毕，现场交主办力量', '配合维持秩序，现场已平稳', '协助劝导疏散，无其他情况']

/** 手脚 at work: accept, set out, arrive, handle, report, as the orders come, whoever gave them. */
export const crews = ({ town, board, stories, speed, chance, plan, guest, movers, hurry, outcomesOf }: Needs): Crews => {
  const lives = new Map<AssignmentId, Life>()

  const resultOf = (assignment: Assignment, incident: Incident, own: Chance): string => {
    if (!assignment.lead && incident.assignments.length > 1) return own.pick(supported)
    const fitting = outcomesOf(incident.id) ?? stories.narratives.find((one) => one.kind === incident.kind)?.outcomes
    return own.pick(fitting ?? ['现场核实，已处置'])
  }
  /** Where units go; with nothing known of the place all of one incident ask around at the same spot. */
  const aimOf = ({ id, place }: Incident): Point => {
    const building = town.buildings.find((one) => one.id === place.building) ?? town.buildings.find((one) => one.grid === place.grid)
    return place.point ?? building?.point ?? chance.of(`aim:${id}`).pick(town.buildings).point
  }
  const current = (incident: IncidentId, id: AssignmentId) => {
    const found = incidentOf(board(), incident)
    const assignment = found?.assignments.find((one) => one.id === id)
    return found && assignment ? { incident: found, assignment } : null
  }

  const perform = async (command: FieldCommand, incident: IncidentId, id: AssignmentId, life: Life) => {
    if (movers.isPersons(life.unit)) return
    if (command.type === 'unit.askHelp') life.done = { ...life.done, hasCried: true }
    if (command.type === 'sos.raise') life.done = { ...life.done, hasRaisedSos: true }
    const said = command.type === 'sos.raise' ? { ...command, point: movers.pointOf(life.unit) ?? null } : command
    const isDone = await guest.say(said, { kind: 'unit', id: life.unit })
    if (!isDone) life.failures += 1
    // A raised SOS changes no step; a refused one is planned anew.
    const now = current(incident, id)
    if (now && life.failures < mostFailures && (!isDone || command.type === 'sos.raise')) planStep(now.incident, now.assignment, life)
  }
  const arrive = (incident: IncidentId, id: AssignmentId, life: Life) =>
    void perform({ type: 'unit.arrive', incident, assignment: id, point: movers.pointOf(life.unit) ?? null }, incident, id, life)

  const planStep = (incident: Incident, assignment: Assignment, life: Life) => {
    life.cancel()
    life.cancel = () => {}
    const { id } = assignment
    const step = crewStep(assignment, incident.id, life.temper, life.done, resultOf(assignment, incident, life.chance))
    const soonMs = hurry.unitAfter(incident.id, progress(assignment.state) + 1)
    if (step.does === 'go') return movers.send(life.unit, aimOf(incident), soonMs !== null, () => arrive(incident.id, id, life))
    if (step.does === 'nothing') return
    const run = () => void perform(step.command, incident.id, id, life)
    life.cancel = soonMs === null ? plan.after(step.afterMs, run) : plan.afterReal(soonMs, run)
  }
  const end = (id: AssignmentId, life: Life) => {
    life.cancel()
    lives.delete(id)
    movers.release(life.unit)
  }
  const begin = (incident: Incident, assignment: Assignment): Life => {
    const own = chance.of(`crew:${assignment.id}`)
    const temper = temperOf(assignment, incident, stories, own, speed)
    const life: Life = {
      chance: own,
      unit: assignment.unit,
      temper: hurry.isHurried(incident.id) ? { ...temper, returns: null } : temper,
      plannedFor: '',
      done: { hasCried: assignment.wantsHelp !== null, hasRaisedSos: false },
      failures: 0,
      cancel: () => {},
    }
    lives.set(assignment.id, life)
    return life
  }
  const follow = (incident: Incident, assignment: Assignment) => {
    const known = lives.get(assignment.id)
    if (!isActive(assignment)) return known ? end(assignment.id, known) : undefined
    const life = known ?? begin(incident, assignment)
    const plannedFor = `${assignment.state} ${assignment.wantsHelp === null}`
    if (life.plannedFor === plannedFor) return
    life.plannedFor = plannedFor
    planStep(incident, assignment, life)
  }
  const resume = (incident: Incident) => incident.assignments.forEach((assignment) => follow(incident, assignment))

  return {
    look: (events) => {
      for (const { by, origin } of events) if (by.kind === 'unit' && origin !== demoOrigin) movers.notePerson(by.id)
      const about = new Set(events.flatMap(({ event }) => ('assignment' in event ? [event.incident] : [])))
      for (const id of about) {
        const incident = incidentOf(board(), id)
        if (incident) resume(incident)
      }
    },
    resume,
  }
}
