import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import type { DeskBridge } from '../../shared/contracts/desk.ts'
import { deskOf } from '../feed/desk.ts'
import { BeginPage } from './BeginPage.tsx'
import { openBeginning } from './openBeginning.ts'

const desk = deskOf(window) as DeskBridge | null

const page = document.getElementById('page')
if (!page) throw new Error('index.html has the element that the page is drawn into')
createRoot(page).render(
  <StrictMode>
    <BeginPage desk={desk} beginning={desk && openBeginning(desk)} storage={localStorage} />
  </StrictMode>,
)
