/** One word of an `Exec` line: quoted as a shell reads it, then escaped as the file's format asks. */
const word = (text: string): string =>
  `"${text.replace(/["`$\\]/g, '\\$&')}"`.replace(/\\/g, '\\\\').replace(/%/g, '%%').replace(/\n/g, '\\n')

/** The file in a Linux desktop's `autostart` folder that starts this program with the session: GNOME, UKUI (Kylin), DDE (UOS) read it alike. */
export const autostartEntry = (program: string, args: readonly string[]): string =>
  [
    '[Desktop Entry]',
    'Type=Application',
    'Name=小脑',
    'Name[en]=Xiaonao',
    `Exec=${[program, ...args].map(word).join(' ')}`,
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n')
