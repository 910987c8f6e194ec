import { Component, type ReactNode } from 'react'
import { useWords } from '../ui/words.ts'
import { wallWords } from './words.ts'

const Broken = () => {
  const t = useWords(wallWords)
  return (
    <div className="xn-wall-broken" role="alert">
      {t('broken')}
    </div>
  )
}

type Props = { readonly children: ReactNode; readonly onBroken: () => void }

/** Keeps a fault on one page of the wall there. Nobody can press a button: it is tried again when the page comes up anew. */
export class WallBoundary extends Component<Props, { readonly isBroken: boolean }> {
  override readonly state = { isBroken: false }

  static getDerivedStateFromError() {
    return { isBroken: true }
  }

  override componentDidCatch() {
    this.props.onBroken()
  }

  override render() {
    return this.state.isBroken ? <Broken /> : this.props.children
  }
}
