import { journalBehaviour, type Happened } from './journal.behaviour.ts'
import { memoryJournal } from './memoryJournal.ts'

journalBehaviour('the journal in memory', async () => memoryJournal<Happened>())
