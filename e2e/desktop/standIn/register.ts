import { register } from 'node:module'

/** Given to Node with `--import`, before our main process: from then on `electron` is the stand-in. */
register('./resolveElectron.ts', import.meta.url)
