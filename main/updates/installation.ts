import type { Release, ReleaseFile } from './release.ts'

/** How this program came onto this machine, and so how its next version does. */
export type InstallKind = 'nsis' | 'AppImage' | 'deb' | 'dmg'

type Machine = {
  readonly platform: string
  readonly arch: string
  /** Where the AppImage that runs lies; null when it is none. */
  readonly appImage: string | null
  /** What the builder wrote beside the archive, `deb`; null when there is nothing. */
  readonly packageType: string | null
}

export type Installation = {
  readonly kind: InstallKind
  /** The builder's list of what is newest for such machines. */
  readonly list: string
  readonly arch: string
}

/** Null: it was not installed from a package that can be followed by another. */
export const installationOf = ({ platform, arch, appImage, packageType }: Machine): Installation | null => {
  const ofLinux = arch === 'x64' ? 'latest-linux.yml' : `latest-linux-${arch}.yml`
  if (platform === 'win32') return { kind: 'nsis', list: 'latest.yml', arch }
  if (platform === 'darwin') return { kind: 'dmg', list: 'latest-mac.yml', arch }
  if (platform !== 'linux') return null
  if (appImage !== null) return { kind: 'AppImage', list: ofLinux, arch }
  return packageType === 'deb' ? { kind: 'deb', list: ofLinux, arch } : null
}

const endings: Readonly<Record<InstallKind, string>> = { nsis: '.exe', AppImage: '.AppImage', deb: '.deb', dmg: '.dmg' }

/** The one file of a release for this installation; null when there is none, or more than one could be meant. */
export const fileFor = ({ kind, arch }: Installation, { files }: Release): ReleaseFile | null => {
  const fitting = files.filter(({ url }) => url.endsWith(endings[kind]) && (kind !== 'dmg' || url.includes(`-${arch}.`)))
  return fitting.length === 1 ? (fitting[0] ?? null) : null
}

/** Whether it installs without anybody's rights being asked for. */
export const asksNobody = (kind: InstallKind): boolean => kind === 'AppImage'
