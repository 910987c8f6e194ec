import { assertNever } from '../assertNever.ts'
import type { Command } from '../command.ts'
import { assign, recall } from './assign.ts'
import { answerTransfer, cancel, close, pause, rate, reopen, reportIn, resume, transfer, whistle } from './ending.ts'
import { dismiss, enroll } from './enroll.ts'
import { addPhoto, answerHelp, askHelp, clearSos, fieldStep, raiseSos, resolve, returnIt } from './fieldStep.ts'
import { dismissDuplicate, merge, unmerge } from './merge.ts'
import { acknowledge, handOver, logShift, setDuty, setRoster, setSla, tick } from './room.ts'
import { happens, type Ruling, type Situation } from './ruling.ts'
import { arrangeWall, removeWall, showOnWall } from './wall.ts'
import { amend, classify, extend, note, release, report, revealPhone, take, worsen } from './triage.ts'

/**
 * What a command becomes: events, or a named refusal.
 *
 * Pure. The server's answer counts; a console asks the same function to grey out a button. Who may say
 * a command at all is `room/rights.ts`, asked before.
 */
export const decide = (situation: Situation, command: Command): Ruling => {
  switch (command.type) {
    case 'incident.report':
      return report(situation, command)
    case 'incident.take':
      return take(situation, command)
    case 'incident.release':
      return release(situation, command)
    case 'incident.amend':
      return amend(situation, command)
    case 'incident.worsen':
      return worsen(situation, command)
    case 'incident.classify':
      return classify(situation, command)
    case 'report.extend':
      return extend(situation, command)
    case 'incident.note':
      return note(situation, command)
    case 'phone.reveal':
      return revealPhone(situation, command)
    case 'units.assign':
      return assign(situation, command)
    case 'unit.recall':
      return recall(situation, command)
    case 'unit.accept':
    case 'unit.depart':
    case 'unit.arrive':
    case 'unit.handle':
      return fieldStep(situation, command)
    case 'unit.resolve':
      return resolve(situation, command)
    case 'unit.return':
      return returnIt(situation, command)
    case 'unit.askHelp':
      return askHelp(situation, command)
    case 'help.answer':
      return answerHelp(situation, command)
    case 'photo.add':
      return addPhoto(situation, command)
    case 'sos.raise':
      return raiseSos(situation, command)
    case 'sos.clear':
      return clearSos(situation, command)
    case 'incidents.merge':
      return merge(situation, command)
    case 'incident.unmerge':
      return unmerge(situation, command)
    case 'duplicate.dismiss':
      return dismissDuplicate(situation, command)
    case 'incident.transfer':
      return transfer(situation, command)
    case 'transfer.answer':
      return answerTransfer(situation, command)
    case 'incident.whistle':
      return whistle(situation, command)
    case 'department.reportIn':
      return reportIn(situation, command)
    case 'incident.pause':
      return pause(situation, command)
    case 'incident.resume':
      return resume(situation, command)
    case 'incident.close':
      return close(situation, command)
    case 'incident.cancel':
      return cancel(situation, command)
    case 'incident.reopen':
      return reopen(situation, command)
    case 'incident.rate':
      return rate(situation, command)
    case 'alarm.acknowledge':
      return acknowledge(situation, command)
    case 'clock.tick':
      return tick(situation, command)
    case 'units.enroll':
      return enroll(situation, command)
    case 'units.dismiss':
      return dismiss(situation, command)
    case 'roster.set':
      return setRoster(situation, command)
    case 'duty.set':
      return setDuty(situation, command)
    case 'sla.set':
      return setSla(situation, command)
    case 'thresholds.set':
      return happens({ type: 'thresholds.set', thresholds: command.thresholds })
    case 'wall.arrange':
      return arrangeWall(situation, command)
    case 'wall.show':
      return showOnWall(situation, command)
    case 'wall.remove':
      return removeWall(situation, command)
    case 'shift.log':
      return logShift(situation, command)
    case 'shift.handOver':
      return handOver(situation, command)
    case 'audit.note':
      return happens({ type: 'audit.noted', subject: command.subject, text: command.text })
    default:
      return assertNever(command)
  }
}
