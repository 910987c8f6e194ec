import { Clock } from '../../ui/Clock.tsx'
export const Queue = () => <Clock />
