/** The list of materials with what is known of each file. */
import { CopyOutlined, DeleteOutlined, DownloadOutlined } from '@ant-design/icons'
import { App, Button, Tooltip } from 'antd'
import { useMemo, useState, type ReactNode } from 'react'
import type { Catalogue } from '../../shared/catalogue/schema.ts'
import type { FileReference } from '../../shared/contract/reply.ts'
import type { ReadingState, ReadMaterial } from '../../shared/intake/reading-contract.ts'
import type { Material } from '../../shared/materials/contract.ts'
import { useLanguage } from '../language/language.ts'
import { useTransport, useWrite } from '../transport/calls.ts'
import { ConfirmReasonModal } from '../ui/confirm-reason-modal.tsx'
import { DataTable, type DataColumn } from '../ui/data-table.tsx'
import { DateText } from '../ui/date-text.tsx'
import { Empty } from '../ui/empty.tsx'
import { useErrorToast } from '../ui/error-toast.ts'
import { formatMoment, formatSize, shortHash } from '../ui/formats.ts'
import { Mark } from '../ui/state-tag.tsx'
import { ChoiceButton } from './choice-button.tsx'
import { DocumentList } from './document-list.tsx'
import { ReadingLine } from './reading-line.tsx'
import { materialReference } from './viewer/evidence-document.ts'
import { saveCopy } from './viewer/save-copy.ts'

interface MaterialsTableProps {
  readonly materials: readonly Material[]
  readonly catalogue: Catalogue
  readonly reading: ReadingState | undefined
  /** The documents that were found in the papers. */
  readonly found: readonly ReadMaterial[]
  readonly editable: boolean
  readonly onOpen: (reference: FileReference, page?: number) => void
}

/** Rows drawn at once. */
const ROWS_SHOWN = 200

export function MaterialsTable({ materials, catalogue, reading, found, editable, onOpen }: MaterialsTableProps): ReactNode {
  const { language, t, pick } = useLanguage()
  const transport = useTransport()
  const toast = useErrorToast()
  const { message } = App.useApp()
  const reclassify = useWrite('materials.reclassify')
  const remove = useWrite('materials.remove')
  const [leaving, setLeaving] = useState<Material | null>(null)
  const [shown, setShown] = useState(ROWS_SHOWN)
  const readOf = useMemo(() => new Map(found.map((one) => [one.materialId, one])), [found])
  const stateOf = useMemo(() => new Map(reading?.files.map((one) => [one.sha256, one])), [reading])
  const documentKinds = useMemo(
    () => catalogue.documentKinds.toSorted((one, other) => one.order - other.order).map(({ id, name }) => ({ value: id, label: pick(name) })),
    [catalogue, pick],
  )
  const kindName = (id: string): string => {
    const row = catalogue.materials.find((one) => one.id === id)
    return row === undefined ? t('materials:otherKind') : pick(row.name)
  }
  const kindOptions = [
    ...catalogue.materials.map((row) => ({ value: row.id, label: pick(row.name) })),
    { value: 'other', label: t('materials:otherKind') },
  ]
  const copyHash = (material: Material): void => {
    navigator.clipboard.writeText(material.sha256).then(
      () => void message.success(t('materials:hashCopied')),
      () => void message.info(material.sha256),
    )
  }
  const columns: DataColumn<Material>[] = [
    {
      key: 'name',
      title: t('materials:column.name'),
      render: (row) => (
        <div className={row.removed === null ? 'material-name' : 'material-name material-removed'}>
          {row.removed === null ? (
            <button type="button" onClick={() => onOpen(materialReference(row.id))}>
              {row.name}
            </button>
          ) : (
            <s>{row.name}</s>
          )}
          {row.removed === null && (
            <ReadingLine material={readOf.get(row.id)} reading={stateOf.get(row.sha256)} paused={reading?.paused ?? false} editable={editable} />
          )}
          {row.removed !== null && (
            <div className="fs-soft">
              {t('materials:removed', { name: row.removed.by, reason: row.removed.reason })} <DateText value={row.removed.at} />
            </div>
          )}
        </div>
      ),
    },
    {
      key: 'documents',
      title: t('materials:column.documents'),
      render: (row) => {
        const read = row.removed === null ? readOf.get(row.id) : undefined
        return read === undefined || read.documents.length === 0 ? (
          <span className="fs-soft">—</span>
        ) : (
          <DocumentList material={read} kinds={catalogue.documentKinds} options={documentKinds} editable={editable} onOpen={onOpen} />
        )
      },
    },
    {
      key: 'kind',
      title: t('materials:column.kind'),
      render: (row) =>
        editable && row.removed === null ? (
          <ChoiceButton
            label={t('materials:kindOf', { name: row.name })}
            value={row.kind}
            options={kindOptions}
            onChange={(kind) => void reclassify.mutateAsync({ materialId: row.id, kind }).catch(toast)}
          />
        ) : (
          kindName(row.kind)
        ),
    },
    {
      key: 'size',
      title: t('materials:column.size'),
      narrow: true,
      render: (row) => (
        <span className="fs-figures material-size">
          <span>
            {formatSize(row.size)}
            {row.pages !== null && <span className="fs-soft"> {t('materials:pages', { count: row.pages })}</span>}
          </span>
          <Tooltip title={row.sha256}>
            <button type="button" className="material-hash fs-mono" aria-label={`${t('materials:copyHash', { name: row.name })} ${shortHash(row.sha256)}`} onClick={() => copyHash(row)}>
              {shortHash(row.sha256)} <CopyOutlined aria-hidden />
            </button>
          </Tooltip>
        </span>
      ),
    },
    {
      key: 'attached',
      title: t('materials:column.attached'),
      narrow: true,
      render: (row) => (
        <span className="fs-soft material-attached" title={formatMoment(row.attachedAt, language)}>
          {row.attachedBy}
          <br />
          {formatMoment(row.attachedAt, language).slice(0, 10)}
          {row.round > 1 && <Mark>{t('ui:round', { round: row.round })}</Mark>}
        </span>
      ),
    },
    {
      key: 'acts',
      title: '',
      narrow: true,
      render: (row) =>
        row.removed === null && (
          <span className="material-acts">
            <Button
              type="text"
              size="small"
              icon={<DownloadOutlined aria-hidden />}
              title={t('materials:saveCopy')}
              aria-label={t('materials:saveCopyOf', { name: row.name })}
              onClick={() => void saveCopy(transport, materialReference(row.id), row.name).catch(toast)}
            />
            {editable && (
              <Button
                type="text"
                size="small"
                icon={<DeleteOutlined aria-hidden />}
                title={t('materials:remove')}
                aria-label={t('materials:removeOf', { name: row.name })}
                onClick={() => setLeaving(row)}
              />
            )}
          </span>
        ),
    },
  ]
  return (
    <>
      {materials.length === 0 ? (
        <Empty title={t('materials:none')} hint={editable ? t('materials:noneHint') : t('materials:noneWait')} />
      ) : (
        <div className="materials-scroll">
          <DataTable label={t('materials:title')} columns={columns} rows={materials.slice(0, shown)} rowKey={({ id }) => id} />
          {materials.length > shown && (
            <Button type="link" onClick={() => setShown(shown + ROWS_SHOWN)}>
              {t('materials:moreRows', { shown, count: materials.length })}
            </Button>
          )}
        </div>
      )}
      <ConfirmReasonModal
        open={leaving !== null}
        title={t('materials:removeTitle', { name: leaving?.name ?? '' })}
        explanation={t('materials:removeExplain')}
        confirmLabel={t('materials:remove')}
        onCancel={() => setLeaving(null)}
        onConfirm={async (reason) => {
          if (leaving === null) return
          await remove.mutateAsync({ materialId: leaving.id, reason })
          setLeaving(null)
        }}
      />
    </>
  )
}
