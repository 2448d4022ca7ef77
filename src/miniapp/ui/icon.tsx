import { View, type ViewProps } from '@tarojs/components'
import { aria } from './aria'

/** Decorative: the words beside it speak. Names are the files of assets/icons. */
export function Icon({ name, className }: { readonly name: string; readonly className?: string }) {
  const props = {
    className: `icon icon-${name}${className ? ` ${className}` : ''}`,
    ...aria({ hidden: true }),
  } as ViewProps
  return <View {...props} />
}
