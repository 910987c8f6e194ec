import { LayoutId, Placement } from '../../shared/contracts/layout.ts'

/** What a start asks for besides opening the desk. */
export type StartFlags = {
  /** An address as somebody typed it; what it leads to is looked at elsewhere. */
  readonly server: string | null
  /** A wall that nobody sits at: `name` null is the room's own. */
  readonly wall: { readonly name: string | null } | null
  readonly layout: LayoutId | null
  /** A deep link as the system handed it over. */
  readonly link: string | null
  /** What was meant for us and could not be understood, in words for the log. */
  readonly ignored: readonly string[]
}

const ours = ['--server', '--wall', '--layout'] as const
type Flag = (typeof ours)[number]

type Given = { readonly flag: Flag; readonly value: string | null }

/** `--server=x` and `--server x`; a system that hands a start over may have put others in between, so the first form is the sure one. */
const givenIn = (args: readonly string[]): readonly Given[] =>
  args.flatMap((arg, at): readonly Given[] => {
    const flag = ours.find((name) => arg === name || arg.startsWith(`${name}=`))
    if (!flag) return []
    if (arg !== flag) return [{ flag, value: arg.slice(flag.length + 1) }]
    const next = args[at + 1]
    return [{ flag, value: next === undefined || next.startsWith('-') || isLink(next) ? null : next }]
  })

const isLink = (arg: string): boolean => /^xiaonao:/i.test(arg)

const isAddress = (text: string): boolean => text.length <= 300 && /^[^\p{Cc}\s]+$/u.test(text)
const wallName = Placement.unwrap().shape.wall

const last = (given: readonly Given[], flag: Flag): Given | null => given.findLast((one) => one.flag === flag) ?? null

/** What the command line asks for. Whoever can write it is not believed: what does not fit is left out and said. */
export const startFlags = (args: readonly string[]): StartFlags => {
  const given = givenIn(args)
  const ignored: string[] = []
  const checked = <T>(flag: Flag, read: (value: string | null) => T | null): T | null => {
    const one = last(given, flag)
    if (!one) return null
    const value = read(one.value)
    if (value === null) ignored.push(`${flag} ${one.value === null ? 'without a value' : 'with a value that does not fit'}`)
    return value
  }
  const server = checked('--server', (value) => (value !== null && isAddress(value) ? value : null))
  const layout = checked('--layout', (value) => LayoutId.safeParse(value).data ?? null)
  const wall = checked('--wall', (value) => {
    const name = wallName.safeParse(value === '' ? null : value)
    return name.success ? { name: name.data } : null
  })
  const links = args.filter(isLink)
  if (links.length > 1) ignored.push('more than one link')
  return { server, wall, layout, link: links.at(-1) ?? null, ignored }
}
