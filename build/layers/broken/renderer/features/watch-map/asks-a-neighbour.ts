import { Queue } from '../triage/Queue.tsx'
export const crime = Queue
