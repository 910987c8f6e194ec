import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { CitizenPage } from './CitizenPage.tsx'
import { citizenApi } from './citizenApi.ts'
import './base.css'
import './form.css'
import './follow.css'

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <CitizenPage api={citizenApi} />
    </StrictMode>,
  )
}
