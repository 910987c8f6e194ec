import type { ReactNode } from 'react'

type Props = { readonly title: string; readonly text: string; readonly children?: ReactNode }

/** A whole-page word: what is the matter, and what can be done. */
export const Notice = ({ title, text, children }: Props) => (
  <section className="card notice" role="status">
    <p className="sign" aria-hidden="true">
      !
    </p>
    <h2>{title}</h2>
    <p>{text}</p>
    {children}
  </section>
)
