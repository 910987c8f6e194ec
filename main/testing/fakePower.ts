import { EventEmitter } from 'node:events'
import type { PowerMonitor } from 'electron'

/** The machine asleep, awake and locked. Of a lock Windows and macOS tell, by `emit`; Linux answers whoever asks. */
export class FakePowerMonitor extends EventEmitter implements Pick<PowerMonitor, 'getSystemIdleState'> {
  isLocked = false
  getSystemIdleState() {
    return this.isLocked ? 'locked' : 'active'
  }
}
