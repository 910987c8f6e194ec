import type { DeskAnswers } from '../desk/openDeskDoor.ts'
import { printPage } from '../printing/printPage.ts'
import type { Citizenship } from './citizenship.ts'
import type { DeskState } from './deskState.ts'
import { windowOf } from './windowOf.ts'

/** Answers about this program and the machine that it runs on. */
export const citizenAnswers = (citizen: Citizenship, { log }: DeskState) =>
  ({
    'desk:set': async (wish, { contents, kind }) => {
      await citizen.set(wish)
      return citizen.about(contents, kind)
    },
    'alarms:are': ({ alarms }, { contents }) => citizen.alarmsAre(contents, alarms),
    'page:print': ({ as, name }, { contents }) => printPage(windowOf(contents), as, name, (error) => log.trouble('print', error)),
    'diagnostics:export': (_, { contents }) => citizen.fileDiagnostics(windowOf(contents)),
  }) satisfies Partial<DeskAnswers>
