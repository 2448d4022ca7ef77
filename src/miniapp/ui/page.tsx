import { View } from '@tarojs/components'
import { useContext, useMemo, type CSSProperties, type ReactNode } from 'react'
import { SurroundingsContext } from './surroundings'

interface Props {
  /** plain: white, wider gutter (first page, one question). */
  readonly plain?: boolean
  readonly className?: string
  readonly dock?: ReactNode
  readonly children: ReactNode
}

/** A page's frame: the person's text scale, the app's notice, the content, the one action below. */
export function Page({ plain, className = '', dock, children }: Props) {
  const { fontScale, notice } = useContext(SurroundingsContext)
  const style = useMemo(() => ({ '--font-scale': fontScale }) as CSSProperties, [fontScale])
  return (
    <View className={`page ${plain ? 'plain' : ''} ${className}`} style={style}>
      <View className='page-body'>
        {notice}
        {children}
      </View>
      {dock ?? null}
    </View>
  )
}
