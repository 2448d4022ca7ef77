import { View } from '@tarojs/components'
import { useState } from 'react'
import type { RepWays } from '../../ports/rep-ways'
import type { Studio } from '../../ports/studio'
import type { RepCode } from '../../stores/rep/codes'
import type { Codes } from '../../stores/rep/code-hooks'
import { useApp } from '../../stores/hooks'
import { useSession } from '../../stores/session-hooks'
import { Banner } from '../../ui/banner'
import { Button } from '../../ui/button'
import { Dock } from '../../ui/dock'
import { Empty } from '../../ui/empty'
import { Outcome } from '../../ui/outcome'
import { Page } from '../../ui/page'
import { CodesList } from './codes-list'
import { AddSheet, EndSheet, type EndProps } from './codes-sheets'
import { NoRep } from './no-rep'
import { PosterCard } from './poster-card'
import './rep.scss'
import './codes.scss'
import { useSavePoster } from './use-save-poster'

interface Props {
  readonly ways: RepWays
  readonly studio: Studio
  readonly codes: Codes
}

/** The rep's code, to be scanned from this phone, printed or sent. */
export function CodesView({ ways, studio, codes }: Props) {
  const { rep } = useSession()
  const { shown, problem } = codes
  const saving = useSavePoster(studio, rep, shown)
  if (rep === null) return <NoRep ways={ways} />
  return (
    <Page
      dock={
        <Dock hint='换码后旧码失效，已加入的商户不受影响'>
          <Button
            icon='download'
            words={saving.busy ? '正在画' : '存成图片'}
            off={saving.busy || !shown?.picture}
            onTap={saving.save}
          />
        </Dock>
      }
    >
      {(problem ?? saving.problem) === null ? null : (
        <Outcome className='rep-problem'>
          {problem === null ? (
            <Banner level='caution' title='没存上' text={saving.problem ?? ''} />
          ) : (
            <Banner level='caution' title='没办成' text={`${problem} 点一下再试。`} onTap={codes.again} />
          )}
        </Outcome>
      )}
      <Shown codes={codes} name={rep.name} company={rep.company} />
    </Page>
  )
}

function Shown({
  codes: all,
  name,
  company,
}: {
  readonly codes: Codes
  readonly name: string
  readonly company: string
}) {
  const { codes, shown, problem, again, choose, add } = all
  const [adding, setAdding] = useState(false)
  if (codes === null && problem !== null)
    return (
      <Empty icon='qr' title='没能拿到你的码' text='码还在，没有丢。' action={{ words: '再试一次', onTap: again }} />
    )
  const several = (codes ?? []).filter(({ revoked }) => !revoked).length > 1
  return (
    <View>
      {shown === null && codes !== null ? (
        <Empty icon='qr' title='现在没有能用的码' text='再做一个，商户扫了就能加入。' />
      ) : (
        <PosterCard
          name={name}
          company={company}
          of={several ? (shown?.code.name ?? null) : null}
          picture={shown?.picture ?? null}
        />
      )}
      {shown === null ? null : <Acts all={all} code={shown.code} url={shown.url} several={several} />}
      {codes === null ? null : (
        <CodesList codes={codes} shown={shown?.code.scene ?? ''} onChoose={choose} onAdd={() => setAdding(true)} />
      )}
      {adding ? <AddSheet onAdd={add} onClose={() => setAdding(false)} /> : null}
    </View>
  )
}

interface ActsProps {
  readonly all: Codes
  readonly code: RepCode
  readonly url: string | null
  readonly several: boolean
}

/** What can be done with the code that is shown. */
function Acts({ all, code, url, several }: ActsProps) {
  const { device } = useApp()
  const [ending, setEnding] = useState<EndProps['kind'] | null>(null)
  const copy = async () => {
    if (url !== null && (await device.copy(url))) device.toast('链接已复制，发给商户就行')
  }
  return (
    <View className='rep-acts'>
      {url === null ? null : <Button kind='text' icon='copy' words='复制链接' onTap={() => void copy()} />}
      <Button kind='text quiet' icon='retake' words='换一个码' onTap={() => setEnding('replace')} />
      {several ? <Button kind='text quiet' icon='close' words='停用' onTap={() => setEnding('revoke')} /> : null}
      {ending === null ? null : (
        <EndSheet
          kind={ending}
          code={code}
          onEnd={() => (ending === 'replace' ? all.replace(code) : all.revoke(code.scene))}
          onClose={() => setEnding(null)}
        />
      )}
    </View>
  )
}
