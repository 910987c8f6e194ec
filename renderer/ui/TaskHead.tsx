import type { ReactNode } from 'react'
import './task-head.css'

type Props = { readonly title: string; readonly lead: string; readonly children?: ReactNode }

/** The head of a managing task: its name, what a change means, and its tools. */
export const TaskHead = ({ title, lead, children }: Props) => (
  <header className="xn-task-head">
    <div>
      <h2>{title}</h2>
      <p className="xn-dim">{lead}</p>
    </div>
    <div className="xn-task-tools">{children}</div>
  </header>
)
