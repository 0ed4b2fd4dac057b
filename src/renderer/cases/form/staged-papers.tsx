/** Papers chosen while a case is being registered: read into the station already, attached when the case is there. */
import { DeleteOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useMemo, useState, type ReactNode } from 'react'
import type { StagedFile } from '../../../shared/contract/reply.ts'
import type { ActionKind } from '../../../shared/catalogue/vocabulary.ts'
import { wordsOf } from '../../../shared/intake/reading/report.ts'
import type { FileReading } from '../../../shared/intake/reading-contract.ts'
import { useCatalogue } from '../../catalogue/use-catalogue.ts'
import { takeCarriedDrop } from '../../intake/carried-drop.ts'
import { useLanguage } from '../../language/language.ts'
import { ChoiceButton } from '../../materials/choice-button.tsx'
import { FileDrop } from '../../ui/file-drop.tsx'
import { formatSize } from '../../ui/formats.ts'
import { Panel } from '../../ui/panel.tsx'
import { Mark } from '../../ui/state-tag.tsx'
import { MOST_READ } from './staged-reading.ts'

export interface StagedPaper {
  readonly file: StagedFile
  /** Null: the station finds out by reading. */
  readonly kind: string | null
}

export interface StagedPapersProps {
  readonly papers: readonly StagedPaper[]
  readonly actionKinds: readonly ActionKind[]
  readonly stateOf: ReadonlyMap<string, FileReading>
  readonly onChange: (change: (papers: readonly StagedPaper[]) => readonly StagedPaper[]) => void
}

/** Rows drawn at once. */
const ROWS_SHOWN = 60
const BY_READING = ''

export function StagedPapers({ papers, actionKinds, stateOf, onChange }: StagedPapersProps): ReactNode {
  const { t, pick } = useLanguage()
  const catalogue = useCatalogue()
  const [shown, setShown] = useState(ROWS_SHOWN)
  const options = useMemo(() => {
    const fitting = (catalogue?.materials ?? []).filter((kind) => kind.actionKinds.some((one) => actionKinds.includes(one)))
    return [
      { value: BY_READING, label: t('cases:form.kindByReading') },
      ...fitting.map((kind) => ({ value: kind.id, label: pick(kind.name) })),
      { value: 'other', label: t('cases:form.kindOther') },
    ]
  }, [catalogue, actionKinds, pick, t])
  const known = useMemo(() => new Map(papers.map(({ file }) => [file.sha256, file.name])), [papers])
  const add = (files: readonly StagedFile[]): void => onChange((current) => [...current, ...files.map((file) => ({ file, kind: null }))])
  const choose = (id: string, kind: string): void =>
    onChange((current) => current.map((one) => (one.file.id === id ? { ...one, kind: kind === BY_READING ? null : kind } : one)))
  return (
    <Panel title={t('cases:form.materials')}>
      <div className="fs-soft fs-rows-hint">{t('cases:form.materialsHint')}</div>
      <FileDrop onBatch={add} known={known} carried={takeCarriedDrop} />
      {papers.length > MOST_READ && <div className="fs-amber">{t('cases:form.notAllRead', { count: MOST_READ })}</div>}
      {papers.length === 0 ? null : (
        <ul className="fs-papers">
          {papers.slice(0, shown).map(({ file, kind }) => (
            <li key={file.id}>
              <span className="fs-papers-name">{file.name}</span>
              <PaperState reading={stateOf.get(file.id)} />
              <span className="fs-soft fs-figures">{formatSize(file.size)}</span>
              <ChoiceButton
                label={`${t('cases:form.materialKind')} ${file.name}`}
                value={kind ?? BY_READING}
                options={options}
                onChange={(next) => choose(file.id, next)}
              />
              <Button
                type="text"
                icon={<DeleteOutlined aria-hidden />}
                aria-label={t('cases:form.removeFile', { name: file.name })}
                onClick={() => onChange((current) => current.filter((one) => one.file.id !== file.id))}
              />
            </li>
          ))}
        </ul>
      )}
      {papers.length > shown && (
        <Button type="link" size="small" onClick={() => setShown(shown + ROWS_SHOWN * 5)}>
          {t('cases:form.morePapers', { count: papers.length - shown })}
        </Button>
      )}
    </Panel>
  )
}

function PaperState({ reading }: { readonly reading: FileReading | undefined }): ReactNode {
  const { language, t } = useLanguage()
  if (reading === undefined || reading.state === 'absent') return null
  const { state, problem, toRecognise } = reading
  const words = problem === null ? null : wordsOf(problem, language)
  return (
    <>
      <span className="fs-papers-state">
        {state === 'queued' && <Mark>{t('materials:reading.queued')}</Mark>}
        {state === 'recognising' && <Mark tone="navy">{t('materials:reading.toGo', { count: toRecognise })}</Mark>}
        {state === 'failed' && <Mark tone="red">{t('materials:reading.failed')}</Mark>}
      </span>
      {words !== null && (
        <span className={state === 'failed' ? 'fs-papers-why fs-red' : 'fs-papers-why fs-amber'}>
          {words.what} {words.next !== undefined && <span className="fs-soft">{words.next}</span>}
        </span>
      )}
    </>
  )
}
