import { Queue } from '../features/triage/Queue.tsx'
import { live } from '../feed/live.ts'
export const Console = () => <Queue key={String(live)} />
