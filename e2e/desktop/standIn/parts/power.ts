import { EventEmitter } from 'node:events'
import type { PowerMonitor, PowerSaveBlocker } from 'electron'
import { offer } from '../offer.ts'
import type { Recorder } from '../recorder.ts'

export type PowerEvent = 'suspend' | 'resume' | 'lock-screen' | 'unlock-screen' | 'shutdown' | 'on-ac' | 'on-battery'
const powerEvents: readonly PowerEvent[] = ['suspend', 'resume', 'lock-screen', 'unlock-screen', 'shutdown', 'on-ac', 'on-battery']

export type OfferedPowerMonitor = EventEmitter &
  Pick<PowerMonitor, 'getSystemIdleTime' | 'getSystemIdleState' | 'isOnBatteryPower' | 'onBatteryPower'>

export type PowerPart = {
  readonly powerMonitor: OfferedPowerMonitor
  readonly powerSaveBlocker: Pick<PowerSaveBlocker, 'start' | 'stop' | 'isStarted'>
  readonly tell: (event: PowerEvent) => void
  readonly setIdle: (seconds: number) => void
}

/** The machine's power: what happens to it is told by a test. */
export function powerPart({ record }: Recorder): PowerPart {
  const heard = new EventEmitter()
  const started = new Set<number>()
  const is = { idleSeconds: 0, locked: false, onBattery: false }
  let last = 0
  const powerMonitor: OfferedPowerMonitor = Object.assign(heard, {
    getSystemIdleTime: () => is.idleSeconds,
    getSystemIdleState: (threshold: number) =>
      (is.locked ? 'locked' : is.idleSeconds >= threshold ? 'idle' : 'active') as 'locked' | 'idle' | 'active',
    isOnBatteryPower: () => is.onBattery,
    onBatteryPower: false,
  })
  return {
    powerMonitor: offer('powerMonitor', powerMonitor, powerEvents),
    powerSaveBlocker: offer('powerSaveBlocker', {
      start: (type) => {
        last += 1
        started.add(last)
        record('powerSaveBlocker.start', type)
        return last
      },
      stop: (id) => {
        record('powerSaveBlocker.stop', id)
        return started.delete(id)
      },
      isStarted: (id) => started.has(id),
    }),
    tell: (event) => {
      if (event === 'lock-screen' || event === 'unlock-screen') is.locked = event === 'lock-screen'
      if (event === 'on-ac' || event === 'on-battery') is.onBattery = event === 'on-battery'
      // As Electron: on Linux nobody is told of a lock, and whoever asks is answered.
      if (process.platform !== 'linux' || !event.endsWith('lock-screen')) heard.emit(event, {})
    },
    setIdle: (seconds) => {
      is.idleSeconds = seconds
    },
  }
}
