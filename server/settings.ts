import { parseArgs } from 'node:util'
import { z } from 'zod'
import { isLoopback } from '../shared/contracts/isLoopback.ts'

/** Exactly as a browser says where a page is from: nothing less, and nothing that stands for many. */
const isWebOrigin = (text: string): boolean => /^https?:\/\/[^*]+$/.test(text) && URL.canParse(text) && new URL(text).origin === text

/** How a server is told to run: from the command line, else from the environment, else the default. */
export const Settings = z.object({
  host: z.string().min(1),
  port: z.coerce.number().int().min(0).max(65_535),
  /** Folder of the journal, the accounts, the photos and the room's secret. */
  data: z.string().min(1),
  /** Town file; null: the example town. */
  town: z.string().nullable(),
  /** Register of addresses beside the town file; null: only what the town file says. */
  addresses: z.string().nullable(),
  /** Address under which phones reach the server, for QR codes and links; null: the address of the asking page. */
  publicUrl: z.url({ protocol: /^https?$/ }).nullable(),
  /** Origins of further pages that are ours, whose sockets come in by tickets: for development and tests. */
  pageOrigins: z
    .string()
    .nullable()
    .transform((text) => text?.split(',').map((one) => one.trim()) ?? [])
    .pipe(z.array(z.string().refine(isWebOrigin, 'origins, as http://host:port, with commas between'))),
  tlsCert: z.string().nullable(),
  tlsKey: z.string().nullable(),
  /** The one password of the example town's accounts; null: one is made and printed. Never used for another town. */
  examplePassword: z.string().min(10).nullable(),
  /** Serve plain HTTP beyond this machine. Only for a network that is trusted to the last cable. */
  allowPlainHttp: z.boolean(),
  /** Start although the journal is more than an hour ahead of the machine's clock. */
  clockAheadAccepted: z.boolean(),
  demo: z.boolean(),
  /** 1: real time. */
  demoSpeed: z.coerce.number().min(1).max(20),
  demoSeed: z.coerce.number().int(),
  /** With a token the map runs on Mapbox GL; without, on MapLibre. */
  mapboxToken: z.string().nullable(),
  /** What a scraper shows at `/api/metrics`; null: only an administrator's session opens it. From the environment alone, since others on the machine see a command line. */
  metricsToken: z
    .string()
    .regex(/^[\x21-\x7e]{16,256}$/)
    .nullable(),
  /** 第二意见: base address of an OpenAI-compatible endpoint that the room runs itself, as `http://127.0.0.1:8080/v1`; null: no second opinions. */
  opinionUrl: z
    .url({ protocol: /^https?$/ })
    .refine((url) => /^https?:\/\/[^@?#]+$/i.test(url), 'no name, password, query or fragment')
    .nullable(),
  opinionModel: z.string().trim().min(1).max(200).nullable(),
  /** From the environment alone, as the metrics token. */
  opinionKey: z
    .string()
    .regex(/^[\x21-\x7e]{1,512}$/)
    .nullable(),
  logLevel: z.enum(['silent', 'error', 'warn', 'info', 'debug']),
})
export type Settings = z.infer<typeof Settings>

const options = {
  host: { type: 'string' },
  port: { type: 'string' },
  data: { type: 'string' },
  town: { type: 'string' },
  addresses: { type: 'string' },
  'public-url': { type: 'string' },
  'page-origin': { type: 'string' },
  'tls-cert': { type: 'string' },
  'tls-key': { type: 'string' },
  'allow-plain-http': { type: 'boolean' },
  'clock-ahead-accepted': { type: 'boolean' },
  demo: { type: 'boolean' },
  'demo-speed': { type: 'string' },
  'demo-seed': { type: 'string' },
  'mapbox-token': { type: 'string' },
  'opinion-url': { type: 'string' },
  'opinion-model': { type: 'string' },
  'log-level': { type: 'string' },
} as const

type Environment = Readonly<Record<string, string | undefined>>

/** Settings, or why they cannot be used, in words for the person at the terminal. */
export const readSettings = (
  args: readonly string[],
  env: Environment,
): { ok: true; settings: Settings } | { ok: false; problem: string } => {
  let given: Readonly<Record<string, string | boolean | undefined>>
  try {
    given = parseArgs({ args: [...args], options, allowPositionals: false }).values
  } catch (error) {
    return { ok: false, problem: error instanceof Error ? error.message : String(error) }
  }
  const parsed = Settings.safeParse({
    host: given['host'] ?? env['XIAONAO_HOST'] ?? '127.0.0.1',
    port: given['port'] ?? env['XIAONAO_PORT'] ?? 8135,
    data: given['data'] ?? env['XIAONAO_DATA'] ?? '.data',
    town: given['town'] ?? env['XIAONAO_TOWN'] ?? null,
    addresses: given['addresses'] ?? env['XIAONAO_ADDRESSES'] ?? null,
    publicUrl: given['public-url'] ?? env['XIAONAO_PUBLIC_URL'] ?? null,
    pageOrigins: given['page-origin'] ?? env['XIAONAO_PAGE_ORIGINS'] ?? null,
    tlsCert: given['tls-cert'] ?? env['XIAONAO_TLS_CERT'] ?? null,
    tlsKey: given['tls-key'] ?? env['XIAONAO_TLS_KEY'] ?? null,
    examplePassword: env['XIAONAO_EXAMPLE_PASSWORD'] ?? null,
    allowPlainHttp: given['allow-plain-http'] === true || env['XIAONAO_ALLOW_PLAIN_HTTP'] === 'yes',
    clockAheadAccepted: given['clock-ahead-accepted'] === true || env['XIAONAO_CLOCK_AHEAD_ACCEPTED'] === 'yes',
    demo: given['demo'] === true,
    demoSpeed: given['demo-speed'] ?? 1,
    demoSeed: given['demo-seed'] ?? 135,
    mapboxToken: given['mapbox-token'] ?? env['XIAONAO_MAPBOX_TOKEN'] ?? null,
    metricsToken: env['XIAONAO_METRICS_TOKEN'] ?? null,
    opinionUrl: given['opinion-url'] ?? env['XIAONAO_OPINION_URL'] ?? null,
    opinionModel: given['opinion-model'] ?? env['XIAONAO_OPINION_MODEL'] ?? null,
    opinionKey: env['XIAONAO_OPINION_KEY'] ?? null,
    logLevel: given['log-level'] ?? env['XIAONAO_LOG_LEVEL'] ?? 'warn',
  })
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return { ok: false, problem: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}` }
  }
  const settings = parsed.data
  if ((settings.tlsCert === null) !== (settings.tlsKey === null))
    return { ok: false, problem: 'TLS 需要同时给出证书和私钥 / TLS needs both --tls-cert and --tls-key' }
  if ((settings.opinionUrl === null) !== (settings.opinionModel === null))
    return { ok: false, problem: '第二意见需要同时给出地址和模型名 / a second opinion needs both --opinion-url and --opinion-model' }
  if (!isLoopback(settings.host) && settings.tlsCert === null && !settings.allowPlainHttp) {
    return {
      ok: false,
      problem:
        `监听 ${settings.host} 会让密码和电话号码在网络上明文传输。请配置 --tls-cert 和 --tls-key；确知网络可信时才用 --allow-plain-http。\n` +
        `Listening on ${settings.host} would send passwords and phone numbers in clear. Give --tls-cert and --tls-key, or --allow-plain-http on a network you trust.`,
    }
  }
  return { ok: true, settings }
}
