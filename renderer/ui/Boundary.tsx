import { Button } from 'antd'
import { Component, type ReactNode } from 'react'
import { domainWords } from './words/domain.ts'
import { useWords } from './words.ts'

const Broken = ({ onAgain }: { readonly onAgain: () => void }) => {
  const t = useWords(domainWords)
  return (
    <div className="xn-empty" role="alert">
      <div>{t('partBroken')}</div>
      <Button onClick={onAgain}>{t('again')}</Button>
    </div>
  )
}

type Props = { readonly children: ReactNode }

/** Keeps a fault in one part of the screen there: a map that cannot be drawn must not take the queue along. */
export class Boundary extends Component<Props, { readonly isBroken: boolean }> {
  override readonly state = { isBroken: false }

  static getDerivedStateFromError() {
    return { isBroken: true }
  }

  override render() {
    return this.state.isBroken ? <Broken onAgain={() => this.setState({ isBroken: false })} /> : this.props.children
  }
}
