import { expect, test } from 'vitest'
import { freshElectron } from '../testing/electron.ts'
import { argsUnderX, startAgain, startInstead } from './startAgain.ts'

const image = '/home/wang/小脑.AppImage'

/** What was started, by what, with which environment. */
const aMachine = () => {
  const started: { readonly program: string; readonly args: readonly string[]; readonly unpacks: string | undefined }[] = []
  return {
    started,
    start: (program: string, args: readonly string[], env: NodeJS.ProcessEnv) =>
      void started.push({ program, args, unpacks: env['APPIMAGE_EXTRACT_AND_RUN'] }),
  }
}

test('[E30] an installed program is started again by the system’s own means', () => {
  const { app } = freshElectron()
  const { started, start } = aMachine()
  startAgain({}, start)
  app.emit('quit')
  expect([app.asked, started]).toEqual([['relaunch'], []])
})

test('[E30] of an AppImage the image is started, as the last thing, when its place as the one desk is free', () => {
  const { app } = freshElectron()
  const { started, start } = aMachine()
  startAgain({ APPIMAGE: image, APPDIR: '/tmp/.mount_x' }, start)
  expect([app.asked, started]).toEqual([[], []])
  app.emit('quit')
  expect(app.asked).toEqual(['releaseSingleInstanceLock'])
  expect(started).toEqual([{ program: image, args: process.argv.slice(1), unpacks: undefined }])
})

test('[E30] an image that was unpacked where nothing can be mounted is unpacked again', () => {
  const { app } = freshElectron()
  const { started, start } = aMachine()
  startAgain({ APPIMAGE: image, APPDIR: '/tmp/appimage_extracted_5d41' }, start)
  app.emit('quit')
  expect(started.map(({ unpacks }) => unpacks)).toEqual(['1'])
})

const wayland = { XDG_SESSION_TYPE: 'wayland', DISPLAY: ':0' }

test('[E31] in a Wayland session it is started over the X server, with what it was started with', () => {
  for (const env of [wayland, { WAYLAND_DISPLAY: 'wayland-0', DISPLAY: ':0' }])
    expect(argsUnderX('linux', env, ['--wall=东墙'])).toEqual(['--wall=东墙', '--ozone-platform=x11'])
})

test.each([
  ['in an X session', 'linux', { XDG_SESSION_TYPE: 'x11', DISPLAY: ':0', WAYLAND_DISPLAY: '' }, []],
  ['without an X server', 'linux', { XDG_SESSION_TYPE: 'wayland' }, []],
  ['where a person chose', 'linux', wayland, ['--ozone-platform=wayland']],
  ['where it was done before', 'linux', wayland, ['--ozone-platform=x11']],
  ['on Windows', 'win32', wayland, []],
] as const)('[E31] %s a start stays as it is', (_, platform, env, args) => {
  expect(argsUnderX(platform, env, args)).toBeNull()
})

test('[E31] it is started at once, an AppImage by its image', () => {
  const { started, start } = aMachine()
  startInstead(['--ozone-platform=x11'], {}, start)
  startInstead(['--ozone-platform=x11'], { APPIMAGE: image }, start)
  expect(started.map(({ program }) => program)).toEqual([process.execPath, image])
})
