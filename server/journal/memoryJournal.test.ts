import { journalBehaviour } from './journal.behaviour.ts'
import { memoryJournal } from './memoryJournal.ts'
import type { Happened } from './testing/happened.ts'

journalBehaviour('the journal in memory', async () => memoryJournal<Happened>())
