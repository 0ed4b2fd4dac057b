/**
 * Drawing reviewers (分案) for several cases, one after another: each draw is an act of its own, as if done in the case.
 * What became of each case is told; stopping leaves the rest as they were.
 */
import { Button, Modal, Progress } from 'antd'
import { useRef, useState, type ReactNode } from 'react'
import type { CaseRow } from '../../shared/cases/case.ts'
import { useLanguage } from '../language/language.ts'
import { useCallOnce } from '../transport/calls.ts'
import { DataTable } from '../ui/data-table.tsx'
import { errorInWords } from '../ui/error-words.ts'
import { StateTag } from '../ui/state-tag.tsx'

interface Fate {
  readonly row: CaseRow
  readonly done: boolean
  /** Who was drawn, or why not. */
  readonly what: string
}

export function DrawSeveral({ rows, onClose }: { readonly rows: readonly CaseRow[]; readonly onClose: () => void }): ReactNode {
  const { t, language } = useLanguage()
  const call = useCallOnce()
  const [fates, setFates] = useState<readonly Fate[]>([])
  const [state, setState] = useState<'asking' | 'going' | 'over'>('asking')
  const stopped = useRef(false)
  const accepted = rows.filter((row) => row.state === 'accepted').length
  const draw = async (): Promise<void> => {
    setState('going')
    stopped.current = false
    for (const row of rows) {
      if (stopped.current) break
      let fate: Fate
      try {
        const { name } = await call('assignment.draw', { caseId: row.id })
        fate = { row, done: true, what: t('cases:draw.drawn', { name }) }
      } catch (error) {
        fate = { row, done: false, what: errorInWords(error, language).what }
      }
      setFates((before) => [...before, fate])
    }
    setState('over')
  }
  const close = (): void => {
    stopped.current = true
    onClose()
  }
  const refused = fates.filter(({ done }) => !done).length
  const footer =
    state === 'asking' ? (
      <>
        <Button onClick={close}>{t('ui:cancel')}</Button>
        <Button type="primary" onClick={() => void draw()}>
          {t('cases:draw.start', { count: rows.length })}
        </Button>
      </>
    ) : state === 'going' ? (
      <Button onClick={() => (stopped.current = true)}>{t('cases:draw.stop')}</Button>
    ) : (
      <Button type="primary" onClick={close}>
        {t('ui:close')}
      </Button>
    )
  return (
    <Modal open width="51rem" title={t('cases:draw.title')} onCancel={close} mask={{ closable: false }} footer={footer}>
      {state === 'asking' ? (
        <>
          <p>{t('cases:draw.explain')}</p>
          {accepted < rows.length ? <p className="fs-amber">{t('cases:draw.notAll', { accepted, others: rows.length - accepted })}</p> : null}
        </>
      ) : (
        <>
          <Progress percent={Math.round((fates.length / rows.length) * 100)} aria-label={t('cases:draw.title')} />
          <p role="status">
            {t('cases:draw.report', { done: fates.length - refused, refused, left: rows.length - fates.length })}
          </p>
          <div className="fs-draw-fates" tabIndex={0}>
            <DataTable
              label={t('cases:draw.title')}
              rows={fates}
              rowKey={({ row }) => row.id}
              columns={[
                { key: 'title', title: t('cases:draw.case'), render: ({ row }) => row.title },
                { key: 'state', title: t('cases:draw.before'), narrow: true, render: ({ row }) => <StateTag state={row.state} /> },
                { key: 'what', title: t('cases:draw.fate'), render: ({ done, what }) => <span className={done ? 'fs-green' : 'fs-red'}>{what}</span> },
              ]}
            />
          </div>
        </>
      )}
    </Modal>
  )
}
