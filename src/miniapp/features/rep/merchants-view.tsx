import { useCallback, useState } from 'react'
import type { RepWays } from '../../ports/rep-ways'
import { useMinute } from '../../stores/hooks'
import { useExport, type Merchants } from '../../stores/rep/list-hooks'
import { Banner } from '../../ui/banner'
import { Button } from '../../ui/button'
import { Dock } from '../../ui/dock'
import { Outcome } from '../../ui/outcome'
import { Page } from '../../ui/page'
import { ListEmpty } from './list-empty'
import { Copied, ListFoot } from './list-foot'
import { ListHead } from './list-head'
import { MoreSheet, SortSheet } from './list-sheets'
import { listClass, type ListWindow } from './list-window'
import { MerchantLines } from './merchant-lines'
import { NoRep } from './no-rep'
import './rep.scss'

interface Props {
  readonly ways: RepWays
  readonly window: ListWindow
  readonly merchants: Merchants
}

/** All merchants of a rep: who is stuck, where, and until when. */
export function MerchantsView({ ways, window, merchants: { list, state, isRep } }: Props) {
  const { question, counts, rows } = state
  const [sheet, setSheet] = useState<'sort' | 'more' | null>(null)
  const now = useMinute()
  const open = useCallback((id: string) => ways.merchant(id), [ways])
  const close = () => setSheet(null)
  const exporting = useExport(close)
  if (!isRep) return <NoRep ways={ways} />
  return (
    <Page
      className={listClass}
      dock={
        <Dock>
          <Button icon='qr' words='给商户看我的码' onTap={ways.codes} />
        </Dock>
      }
    >
      <ListHead
        question={question}
        counts={counts}
        onChange={list.change}
        onSort={() => setSheet('sort')}
        onOverview={ways.overview}
        onMore={() => setSheet('more')}
      />
      <Copied copied={state.copied} now={now} />
      {exporting.problem === null ? null : (
        <Outcome className='rep-problem'>
          <Banner level='caution' title='没能导出' text={exporting.problem} />
        </Outcome>
      )}
      {rows.length === 0 ? (
        <ListEmpty
          state={state}
          ways={ways}
          onAgain={() => void list.refresh()}
          onAll={() => list.change({ filter: 'all', search: '' })}
        />
      ) : (
        <MerchantLines rows={rows} window={window} now={now} onOpen={open} />
      )}
      <ListFoot state={state} onAgain={() => void (state.more ? list.more() : list.refresh())} />
      {sheet === 'sort' ? (
        <SortSheet
          sort={question.sort}
          onChoose={(sort) => {
            close()
            list.change({ sort })
          }}
          onClose={close}
        />
      ) : null}
      {sheet === 'more' ? (
        <MoreSheet busy={exporting.busy} onExport={exporting.run} onCodes={ways.codes} onClose={close} />
      ) : null}
    </Page>
  )
}
