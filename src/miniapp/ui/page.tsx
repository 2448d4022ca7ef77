import { View, type ViewProps } from '@tarojs/components'
import { useContext, useMemo, type CSSProperties, type ReactNode } from 'react'
import { aria } from './aria'
import { SurroundingsContext } from './surroundings'

interface Props {
  /** plain: white, wider gutter (first page, one question). */
  readonly plain?: boolean
  readonly className?: string
  readonly dock?: ReactNode
  readonly children: ReactNode
}

/** On the web the page can be jumped to, beside the navigation bar and the tabs. */
const landmark: object = process.env.TARO_ENV === 'h5' ? { role: 'main' } : {}

const announced = aria({ live: 'polite' }) as ViewProps

/** A page's frame: the person's text scale, the app's notice, the content, the one action below. */
export function Page({ plain, className = '', dock, children }: Props) {
  const { fontScale, notice } = useContext(SurroundingsContext)
  const style = useMemo(() => ({ '--font-scale': fontScale }) as CSSProperties, [fontScale])
  return (
    <View className={`page ${plain ? 'plain' : ''} ${className}`} style={style} {...landmark}>
      <View className='page-body'>
        {/* In a box of its own: its coming and going does not send the page's content again. */}
        <View {...announced}>{notice}</View>
        {children}
      </View>
      {dock ?? null}
    </View>
  )
}
