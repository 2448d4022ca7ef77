import { useApp, useEdits } from '../../stores/hooks'
import { useStartedClock } from '../../stores/use-remembering'
import { Button } from '../../ui/button'
import { Dock } from '../../ui/dock'
import { ClockSheet } from './clock-sheet'
import type { StepPlace } from './use-step'

/** Tick, previous, next. A step in parts is ticked by its parts. */
export function StepDock({ place }: { readonly place: StepPlace }) {
  const { navigator, device } = useApp()
  const edits = useEdits()
  const started = useStartedClock()
  const { guide, step, state, previous, next } = place
  const hasParts = state.parts.some(({ part }) => !part.optional)

  const goOn = () => (next ? navigator.step(next.guide, next.step, 'replace') : navigator.finish())
  const tick = () => {
    edits.tick(guide.id, step.id, true)
    device.tick()
    if (!step.clock || !started.start(guide.id, step.clock.id)) goOn()
  }
  const untick = () => edits.tick(guide.id, step.id, false)
  const goBack = () => (previous ? navigator.step(previous.guide, previous.step, 'replace') : navigator.back())
  const words = state.done
    ? '已做好，下一步'
    : hasParts
      ? '上面都勾好，就算做好'
      : (step.waiting?.done ?? '这一步做好了')
  return (
    <>
      <Dock>
        {state.done && !hasParts ? (
          <Button kind='secondary' className='aside' words='撤回打勾' onTap={untick} />
        ) : (
          <Button kind='secondary' className='aside' words={previous ? '上一步' : '返回'} onTap={goBack} />
        )}
        {hasParts && !state.done ? (
          <Button kind='secondary' words='先看下一步' onTap={goOn} />
        ) : (
          <Button icon={state.done ? 'chevron-right' : 'check'} words={words} onTap={state.done ? goOn : tick} />
        )}
      </Dock>
      {started.deadline ? (
        <ClockSheet
          deadline={started.deadline}
          onClose={() => {
            started.clear()
            goOn()
          }}
        />
      ) : null}
    </>
  )
}
