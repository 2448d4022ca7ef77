import { Image, Text, View, type ViewProps } from '@tarojs/components'
import { aria } from '../../ui/aria'
import { scanWords, title, type PosterWords } from './poster'

interface Props extends PosterWords {
  /** The code's own name; said only where there are several. */
  readonly of: string | null
  readonly picture: string | null
}

const silent = aria({ hidden: true }) as ViewProps
const decorative: object = process.env.TARO_ENV === 'h5' ? { imgProps: { alt: '' } } : {}

/** What a merchant scans from the rep's phone. Light in the dark too: a code on a dark ground is often not read. */
export function PosterCard({ name, company, of, picture }: Props) {
  const box = {
    className: 'rep-code',
    ...aria({ role: 'img', label: `${name}的码${of ? `，${of}` : ''}` }),
  } as ViewProps
  return (
    <View className='rep-poster'>
      <View className='rep-poster-title'>
        {title.map((line) => (
          <Text key={line} className='rep-poster-line'>
            {line}
          </Text>
        ))}
      </View>
      <View {...box}>
        {picture === null ? <View className='bone' /> : <Image className='photo' src={picture} {...decorative} />}
      </View>
      <View className='rep-scan'>{scanWords}</View>
      <View className='rep-by'>
        <View className='avatar' {...silent}>
          {name.slice(0, 1)}
        </View>
        <View>
          <View className='rep-by-name'>{name}</View>
          <View className='rep-by-company'>{company}</View>
        </View>
      </View>
    </View>
  )
}
