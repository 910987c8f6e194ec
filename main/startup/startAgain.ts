import { spawn } from 'node:child_process'
import { app } from 'electron'

type Start = (program: string, args: readonly string[], env: NodeJS.ProcessEnv) => void

const startOnItsOwn: Start = (program, args, env) => spawn(program, [...args], { detached: true, stdio: 'ignore', cwd: '/', env }).unref()

/** An image that was unpacked because it could not be mounted is unpacked again: without FUSE it starts in no other way. */
const unpackedAgain = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  env['APPDIR']?.startsWith('/tmp/appimage_extracted') ? { ...env, APPIMAGE_EXTRACT_AND_RUN: '1' } : env

/**
 * Asks for this program once more, as it was started, when it has ended; whoever calls ends it. Of an AppImage what runs lies in
 * a mount that goes with it, Electron's own helper too: there the image itself is started as the very last thing.
 */
export const startAgain = (env: NodeJS.ProcessEnv = process.env, start: Start = startOnItsOwn): void => {
  const image = env['APPIMAGE']
  if (image === undefined) return app.relaunch()
  app.once('quit', () => {
    app.releaseSingleInstanceLock()
    start(image, process.argv.slice(1), unpackedAgain(env))
  })
}

const underX = '--ozone-platform=x11'

/**
 * On Wayland no program may say where its windows stand, which is what a desk is about, so there we go over the X server that
 * these desktops bring along. Which it is Electron settles from its command line before any of ours is read: the arguments to
 * start with instead, or null where this start is right, where there is no X server, or where a person chose.
 */
export const argsUnderX = (
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
  args: readonly string[],
): readonly string[] | null => {
  const isOnWayland = platform === 'linux' && (env['XDG_SESSION_TYPE'] === 'wayland' || Boolean(env['WAYLAND_DISPLAY']))
  if (!isOnWayland || !env['DISPLAY'] || args.some((arg) => arg.startsWith('--ozone-platform'))) return null
  return [...args, underX]
}

/** Starts this program at once with these arguments, before this one is up; whoever calls ends it. */
export const startInstead = (args: readonly string[], env: NodeJS.ProcessEnv = process.env, start: Start = startOnItsOwn): void =>
  start(env['APPIMAGE'] ?? process.execPath, args, unpackedAgain(env))
