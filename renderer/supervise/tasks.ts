import { lazy } from 'react'
import type { ComponentType } from 'react'

/** The tasks of the page, in the order of its menu; the hash of the address names the open one. */
export const tasks = ['accounts', 'links', 'tokens', 'codes', 'walls', 'rosters', 'limits', 'thresholds', 'brain', 'rejects'] as const
export type Task = (typeof tasks)[number]

export const groups: Readonly<Record<'people' | 'room', readonly Task[]>> = {
  people: ['accounts', 'links', 'tokens', 'codes', 'walls'],
  room: ['rosters', 'limits', 'thresholds', 'brain', 'rejects'],
}

/** Tasks that read the board besides the managing doors. */
export const needsBoard: Readonly<Record<Task, boolean>> = {
  accounts: false,
  links: true,
  tokens: false,
  codes: false,
  walls: true,
  rosters: true,
  limits: true,
  thresholds: true,
  brain: false,
  rejects: false,
}

export const taskOf = (hash: string): Task => tasks.find((task) => `#${task}` === hash) ?? 'accounts'

/** Each task is loaded when it is first opened. */
export const views: Readonly<Record<Task, ComponentType>> = {
  accounts: lazy(async () => ({ default: (await import('../features/manage-accounts/ManageAccounts.tsx')).ManageAccounts })),
  links: lazy(async () => ({ default: (await import('../features/give-field-links/GiveFieldLinks.tsx')).GiveFieldLinks })),
  tokens: lazy(async () => ({ default: (await import('../features/manage-tokens/ManageTokens.tsx')).ManageTokens })),
  codes: lazy(async () => ({ default: (await import('../features/print-building-codes/PrintBuildingCodes.tsx')).PrintBuildingCodes })),
  walls: lazy(async () => ({ default: (await import('../features/arrange-walls/ArrangeWalls.tsx')).ArrangeWalls })),
  rosters: lazy(async () => ({ default: (await import('../features/set-rosters/SetRosters.tsx')).SetRosters })),
  limits: lazy(async () => ({ default: (await import('../features/set-limits/SetLimits.tsx')).SetLimits })),
  thresholds: lazy(async () => ({ default: (await import('../features/set-thresholds/SetThresholds.tsx')).SetThresholds })),
  brain: lazy(async () => ({ default: (await import('../features/teach-brain/TeachBrain.tsx')).TeachBrain })),
  rejects: lazy(async () => ({ default: (await import('../features/inspect-rejects/InspectRejects.tsx')).InspectRejects })),
}
