import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { knownProfiles } from '../../../shared/domain/sla/knownProfiles.ts'
import { Looks } from '../../ui/theme.tsx'
import type { LimitFlaw } from './flawOf.ts'
import { useFlawSaid } from './useFlawSaid.ts'

afterEach(cleanup)

const [known] = knownProfiles
if (!known) throw new Error('There is a known profile')

const Said = ({ flaw }: { readonly flaw: LimitFlaw }) => <p>{useFlawSaid()(known, flaw)}</p>

test('[P41] a flaw of the limits is said by the words on the page', () => {
  const { rerender } = render(
    <Looks theme="dark" language="zh-CN">
      <Said flaw={{ flaw: 'malformed', field: 'stages.0.nameZh' }} />
    </Looks>,
  )
  expect(screen.getByRole('paragraph').textContent).toBe(`${known.nameZh}：“第 1 个阶段的中文名”填写有误`)
  rerender(
    <Looks theme="dark" language="zh-CN">
      <Said flaw={{ flaw: 'malformed', field: 'climbEveryMs' }} />
    </Looks>,
  )
  expect(screen.getByRole('paragraph').textContent).toContain('告警无人确认')
})
