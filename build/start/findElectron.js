import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * @typedef {{ ok: true, electron: string } | { ok: false, zh: string, en: string }} Found
 */

/** @type {(zh: string, en: string) => Found} */
const no = (zh, en) => ({ ok: false, zh, en })

/**
 * Electron's binary by its path, or why no windows can be opened with it. The package itself is never loaded: it would
 * fetch the binary from the internet when it is missing.
 * @param {string} root
 * @param {Readonly<Record<string, string | undefined>>} env
 * @param {string} platform
 * @returns {Found}
 */
export function findElectron(root, env, platform) {
  const named = env['XIAONAO_ELECTRON']
  const folder = join(root, 'node_modules/electron')
  const pointer = join(folder, 'path.txt')
  const electron = named ?? (existsSync(pointer) ? join(folder, 'dist', readFileSync(pointer, 'utf8').trim()) : undefined)
  if (electron === undefined) return no('未安装 Electron 程序', "Electron's binary is not installed")
  if (!existsSync(electron)) return no(`没有 ${electron}`, `there is no ${electron}`)
  if (platform === 'linux' && !env['DISPLAY'] && !env['WAYLAND_DISPLAY']) return no('本机没有显示环境', 'this machine has no display')
  return { ok: true, electron }
}
