import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Configuration } from 'electron-builder'
import { parse } from 'yaml'

const root = join(import.meta.dirname, '../..')

export const configurationText = readFileSync(join(root, 'electron-builder.yml'), 'utf8')

/** What packages are made of and look like, as `electron-builder.yml` says it. */
export const configuration = parse(configurationText) as Configuration

/** The few things that are otherwise for Linux. */
export const linuxConfiguration = parse(readFileSync(join(root, 'build/package/linux.yml'), 'utf8')) as Configuration
