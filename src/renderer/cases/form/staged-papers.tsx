/** Papers chosen while a case is being registered: read into the station already, attached when the case is there. */
import { DeleteOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import { useMemo, type ReactNode } from 'react'
import type { StagedFile } from '../../../shared/contract/reply.ts'
import type { ActionKind } from '../../../shared/catalogue/vocabulary.ts'
import { useCatalogue } from '../../catalogue/use-catalogue.ts'
import { useLanguage } from '../../language/language.ts'
import { kindFromName } from '../../materials/kind-from-name.ts'
import { FileDrop } from '../../ui/file-drop.tsx'
import { formatSize } from '../../ui/formats.ts'
import { Panel } from '../../ui/panel.tsx'

export interface StagedPaper {
  readonly file: StagedFile
  readonly kind: string
}

export interface StagedPapersProps {
  readonly papers: readonly StagedPaper[]
  readonly actionKinds: readonly ActionKind[]
  readonly onChange: (change: (papers: readonly StagedPaper[]) => readonly StagedPaper[]) => void
}

export function StagedPapers({ papers, actionKinds, onChange }: StagedPapersProps): ReactNode {
  const { t, pick } = useLanguage()
  const catalogue = useCatalogue()
  const kinds = useMemo(
    () => (catalogue?.materials ?? []).filter((kind) => kind.actionKinds.some((one) => actionKinds.includes(one))),
    [catalogue, actionKinds],
  )
  const options = useMemo(() => {
    const named = kinds.map((kind) => ({ value: kind.id, label: pick(kind.name) }))
    return named.some((option) => option.value === 'other')
      ? named
      : [...named, { value: 'other', label: t('cases:form.kindOther') }]
  }, [kinds, pick, t])
  const add = (file: StagedFile): void => {
    const kind = kindFromName(
      file.name,
      kinds.map((one) => ({ id: one.id, name: one.name['zh-CN'] })),
    )
    onChange((current) => [...current, { file, kind }])
  }
  return (
    <Panel title={t('cases:form.materials')}>
      <div className="fs-soft fs-rows-hint">{t('cases:form.materialsHint')}</div>
      <FileDrop onStaged={add} />
      {papers.length === 0 ? null : (
        <ul className="fs-papers">
          {papers.map(({ file, kind }) => (
            <li key={file.id}>
              <span className="fs-papers-name">{file.name}</span>
              <span className="fs-soft fs-figures">{formatSize(file.size)}</span>
              <Select
                className="fs-papers-kind"
                aria-label={`${t('cases:form.materialKind')} ${file.name}`}
                value={kind}
                options={options}
                showSearch={{ optionFilterProp: 'label' }}
                onChange={(next) =>
                  onChange((current) => current.map((one) => (one.file.id === file.id ? { ...one, kind: next } : one)))
                }
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
    </Panel>
  )
}
