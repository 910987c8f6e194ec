import { spawn } from 'node:child_process'

/** @typedef {import('./findElectron.js').Found} Found */

/**
 * Opens the room's windows on a server that can be used, or says in one line why they have to be opened in a browser.
 * Answers what closes them.
 * @param {Found} found
 * @param {string} root
 * @param {string} address
 * @returns {() => void}
 */
export function openDesk(found, root, address) {
  if (!found.ok) {
    console.log(`浏览器 browser  ${address}   ${found.zh} / ${found.en}`)
    return () => {}
  }
  // A shell that was started by an Electron program may carry its word that Electron is to be plain Node.
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env
  // The desk goes over the X server of a Wayland session, and would start itself anew for that, out of our hands.
  const underX = env['DISPLAY'] ? { XDG_SESSION_TYPE: 'x11', WAYLAND_DISPLAY: '' } : {}
  const desk = spawn(found.electron, [root, '--server', address], { stdio: 'ignore', env: { ...env, ...underX } })
  const goesOn = () =>
    console.log(`窗口已关闭，服务器仍在运行，Ctrl-C 结束 / The windows are closed; the server goes on until Ctrl-C   ${address}`)
  desk.on('exit', goesOn)
  desk.on('error', ({ message }) => console.log(`浏览器 browser  ${address}   ${message}`))
  return () => {
    desk.off('exit', goesOn)
    desk.kill()
  }
}
