/**
 * Part of the WeChat app, imported before it starts. Taro shortens attribute names by their place in the
 * sorted list of a component's attributes (`p0`, `p1` …), so the running code must know the same list as
 * the templates.
 */
import { mergeInternalComponents } from '@tarojs/shared'
import { ariaComponents } from './aria-components'

mergeInternalComponents(ariaComponents)
