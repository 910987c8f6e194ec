import { writeSync } from 'node:fs'
import { TownId } from '../../../shared/domain/ids.ts'
import { happened, type Happened } from './happened.ts'
import { sqliteJournal } from '../sqliteJournal.ts'

/**
 * Writes without end until it is killed, and says which commands were confirmed.
 *
 * `node --import tsx restlessWriter.ts <file> <name of this run>`; a line `town command` on stdout for each
 * confirmed command, written at once, so that what the parent has read was truly confirmed.
 */
const [file = '', run = ''] = process.argv.slice(2)
const writersPerTown = 4
const snapshotEvery = 150

const journal = await sqliteJournal<Happened>({ file, eventOf: (stored) => stored as Happened })

const writeTown = async (town: TownId) => {
  let position = await journal.position(town)
  let commands = 0

  const confirm = async (writer: number): Promise<void> => {
    for (;;) {
      commands += 1
      const command = `${run}-${writer}-${commands}`
      const of = (commands % 4) + 1
      const events = Array.from({ length: of }, (_, step) => happened(command, { of, step, text: '到场'.repeat(commands % 200) }))
      const expected = position
      position += of
      const answer = await journal.append(town, expected, events)
      if (!answer.ok) throw new Error(`Refused: ${answer.reason}`)
      writeSync(1, `${town} ${command} ${answer.position}\n`)
      if (commands % snapshotEvery === 0)
        await journal.saveSnapshot(town, { position: answer.position, hash: run, body: run.repeat(20_000) })
    }
  }

  await Promise.all(Array.from({ length: writersPerTown }, (_, writer) => confirm(writer)))
}

await Promise.all(['siji', 'jiubao'].map((name) => writeTown(TownId.parse(name))))
