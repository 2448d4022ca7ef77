import { View } from '@tarojs/components'
import { brand } from '#domain/content/operator'
import { useApp } from '../../stores/hooks'
import { Row } from '../../ui/row'
import { Section } from '../../ui/section'

const { company, contact = {} } = brand
const rows = [
  { lead: 'phone-call', title: '客服电话', value: contact.phone },
  { lead: 'message', title: '客服微信', value: contact.wechat },
] as const

/** Whom to ask when the rep does not answer. A tap copies; without an operator's contact there is nothing. */
export function Contact() {
  const { device } = useApp()
  const copy = async (text: string) => {
    if (await device.copy(text)) device.copied()
  }
  if (company === undefined && brand.contact === undefined) return null
  return (
    <View>
      <Section title='找我们' {...(contact.hours && { note: contact.hours })} />
      <View className='list'>
        {rows.map(({ lead, title, value }) =>
          value ? (
            <Row key={title} lead={lead} title={title} value={value} go='none' onTap={() => void copy(value)} />
          ) : null,
        )}
        {company ? <Row lead='store' title={company} /> : null}
      </View>
    </View>
  )
}
