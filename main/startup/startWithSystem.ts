import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { app } from 'electron'
import { writeWholeNow } from '../files/writeWholeNow.ts'
import { autostartEntry } from './autostartEntry.ts'

type Surroundings = {
  readonly platform: NodeJS.Platform
  /** The program itself; of an AppImage the image, since what runs of it is gone at the next start. */
  readonly program: string
  readonly configHome: string
  /** What it was started with and is to be started with again: a wall stays a wall. */
  readonly args: readonly string[]
}

/** Whether the program is started when somebody signs in to this machine. Throws where the system does not let it be set. */
export const startWithSystem = ({ platform, program, configHome, args }: Surroundings, isOn: boolean): void => {
  if (platform !== 'linux') return app.setLoginItemSettings({ openAtLogin: isOn, path: program, args: [...args] })
  const entry = join(configHome, 'autostart', 'xiaonao.desktop')
  if (isOn) writeWholeNow(entry, autostartEntry(program, args))
  else rmSync(entry, { force: true })
}
