import { Queue } from '../features/triage/Queue.tsx'
export const crime = Queue
