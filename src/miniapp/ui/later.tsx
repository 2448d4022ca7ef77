import { nextTick } from '@tarojs/taro'
import { useEffect, useState, type ReactNode } from 'react'

/**
 * What is below the first screen of a long page: drawn once the first screen is there, so that the first
 * piece sent to the view stays small (12 KB, test/weapp/measures.test.ts).
 */
export function Later({ children }: { readonly children: ReactNode }) {
  const [on, setOn] = useState(false)
  useEffect(() => {
    let gone = false
    nextTick(() => {
      if (!gone) setOn(true)
    })
    return () => {
      gone = true
    }
  }, [])
  return on ? <>{children}</> : null
}
