import { View } from '@tarojs/components'
import { useApp } from '../../stores/hooks'
import { Banner } from '../../ui/banner'
import { Row } from '../../ui/row'
import type { StepPlace } from './use-step'

/** What costs money or cannot be undone, and the way to the remedies. */
export function StepCautions({ place }: { readonly place: StepPlace }) {
  const { navigator } = useApp()
  const { step, guide, state } = place
  const errors = step.errors?.length ?? 0
  const blocked = state.blockedBy[0]
  return (
    <View className='stack step-stack'>
      {blocked ? (
        <Banner
          level='info'
          title={`先做好「${blocked.title}」`}
          text='没做好之前，这一步在后台是锁着的。点这里过去。'
          onTap={() => navigator.step(blocked.guide, blocked.step)}
        />
      ) : null}
      {step.cautions?.map((caution) => (
        <Banner key={caution.title} level={caution.level} title={caution.title} text={caution.text} />
      ))}
      {errors > 0 ? (
        <View className='list'>
          <Row
            title='页面出现红字？'
            sub={`这一步常见的 ${errors} 种报错`}
            onTap={() => navigator.errors({ guide: guide.id, step: step.id })}
          />
        </View>
      ) : null}
    </View>
  )
}
