import { Image, Text, View } from '@tarojs/components'
import { useCallback, useMemo, useState } from 'react'
import type { Step } from '#domain/content/types'
import { useApp } from '../../stores/hooks'
import { Icon } from '../../ui/icon'
import { Pressable } from '../../ui/pressable'
import { isWide, kindWords, tallest, type StepPicture } from './step-pictures'

interface Props {
  readonly step: Step
  readonly pictures: readonly StepPicture[]
  /** All pictures of the guide, for swiping in the preview. */
  readonly all: readonly StepPicture[]
}

/** Of the strip's width, one of several pictures (step.scss). */
const shotWidth = 0.9

/** A box of this height over width; aspect-ratio is unknown to iOS 14. */
const ratioOf = (ratio: number) => ({ paddingTop: `${Math.round(ratio * 1000) / 10}%` })

/** The step's pictures that can be loaded; where there is none, a designed card. */
export function StepPictures({ step, pictures, all }: Props) {
  const [broken, setBroken] = useState<readonly string[]>([])
  // The first picture is alone on its way; the ones behind it come when it is there.
  const [settled, setSettled] = useState(false)
  const settle = useCallback(() => setSettled(true), [])
  const lose = useCallback((file: string) => setBroken((known) => [...known, file]), [])
  const tall = useMemo(() => ratioOf(tallest(pictures) * shotWidth), [pictures])
  const whole = pictures.filter(({ file }) => !broken.includes(file))
  const many = whole.length > 1
  if (whole.length === 0) return <TextCard step={step} />
  return (
    <View>
      <View className={many ? 'shots' : ''}>
        {many ? <View className='shots-tall' style={tall} /> : null}
        {whole.slice(0, settled ? whole.length : 1).map((picture) => (
          <Shot key={picture.file} picture={picture} all={all} onLoad={settle} onBroken={lose} />
        ))}
      </View>
      {many ? <View className='small shots-note'>{`共 ${whole.length} 张，左右滑着看，点一下放大`}</View> : null}
    </View>
  )
}

interface ShotProps {
  readonly picture: StepPicture
  readonly all: readonly StepPicture[]
  readonly onLoad: () => void
  readonly onBroken: (file: string) => void
}

const inWeb = process.env.TARO_ENV === 'h5'

/** What each platform's picture can do: WeChat's saves and forwards on a long press, a browser's has its own words. */
const own = (alt: string): object => (inWeb ? { imgProps: { alt } } : { showMenuByLongpress: true })

function Shot({ picture, all, onLoad, onBroken }: ShotProps) {
  const { device } = useApp()
  const { file, width, height, alt } = picture
  const ratio = useMemo(() => ratioOf(height / width), [width, height])
  const platform = useMemo(() => own(alt), [alt])
  const show = async (turned: boolean) => {
    const shown = await device.preview(
      all.map((one) => one.file),
      file,
      { words: all.map((one) => one.alt), turned },
    )
    if (!shown) device.toast('这张图没能放大，长按它可以存下来看')
  }
  const name = kindWords(picture)
  return (
    <View className='shot'>
      <Pressable className='shot-box' onTap={() => void show(false)} aria={{ label: `${alt}点一下放大。` }}>
        <View style={ratio} />
        <Image className='shot-image' src={file} onLoad={onLoad} onError={() => onBroken(file)} {...platform} />
      </Pressable>
      {name ? (
        <View className='shot-kind'>
          <Text>{name}</Text>
          {isWide(picture) ? (
            <Pressable className='link' onTap={() => void show(true)}>
              横过来看
            </Pressable>
          ) : null}
        </View>
      ) : null}
    </View>
  )
}

const icons: Record<Step['device'], string> = { computer: 'computer', phone: 'phone', both: 'computer' }

function TextCard({ step }: { readonly step: Step }) {
  return (
    <View className='step-card'>
      <Icon name={step.waiting ? 'clock' : icons[step.device]} className='s40' />
      <View className='head'>{step.waiting ? step.waiting.title : step.title}</View>
      <View className='note'>{step.instructions[0].note ?? step.instructions[0].text}</View>
    </View>
  )
}
