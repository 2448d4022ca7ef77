import { View } from '@tarojs/components'
import { useAwake } from '../../stores/use-awake'
import { Pressable } from '../../ui/pressable'
import type { StepPlace } from './use-step'

const aria = { on: { role: 'switch', checked: true }, off: { role: 'switch', checked: false } } as const

/** The quiet end of the page: what is not confirmed, and the light of the screen. */
export function StepFoot({ place }: { readonly place: StepPlace }) {
  const { on, toggle } = useAwake()
  const { uncertain } = place.step
  return (
    <View>
      {uncertain ? <View className='small step-unsure'>{`还没核实：${uncertain}`}</View> : null}
      <Pressable className='step-awake' onTap={toggle} aria={on ? aria.on : aria.off}>
        看步骤时屏幕常亮
        <View className={on ? 'switch is-on' : 'switch'} />
      </Pressable>
    </View>
  )
}
