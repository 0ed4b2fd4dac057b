/** The forms of the station in the settings: which are as shipped, which the station changed. */
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import type { FormInStation } from '../../shared/forms/contract.ts'
import type { FormId } from '../../shared/forms/form-ids.ts'
import { useLanguage } from '../language/language.ts'
import { useMayCall } from '../session/session.tsx'
import { useRead } from '../transport/calls.ts'
import { DataTable } from '../ui/data-table.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { formatMoment } from '../ui/formats.ts'
import { Panel } from '../ui/panel.tsx'
import { UnverifiedMark } from '../ui/state-tag.tsx'
import { FormSettingsDialog } from './form-settings-dialog.tsx'
import './forms.css'

/** Folded: eighteen rows between what is set more often. */
export function FormSettingsPanel(): ReactNode {
  const { t } = useLanguage()
  const [unfolded, setUnfolded] = useState(false)
  const fold = (
    <Button size="small" aria-expanded={unfolded} onClick={() => setUnfolded((current) => !current)}>
      {t(unfolded ? 'forms:settings.fold' : 'forms:settings.unfold')}
    </Button>
  )
  return (
    <Panel title={t('forms:settings.title')} extra={fold} flush>
      <p className="fs-soft forms-explain">{t('forms:settings.explain')}</p>
      {unfolded && <FormSettingsTable />}
    </Panel>
  )
}

function FormSettingsTable(): ReactNode {
  const { t, pick } = useLanguage()
  const mayChange = useMayCall('forms.saveSettings')
  const settings = useRead('forms.settings', {})
  const [chosen, setChosen] = useState<FormId | null>(null)
  const rows = settings.data ?? []
  const open = rows.find(({ form }) => form.id === chosen)
  return (
    <>
      <ErrorNotice error={settings.error} onRetry={() => void settings.refetch()} />
      <DataTable
        label={t('forms:settings.title')}
        rows={rows}
        rowKey={({ form }) => form.id}
        loading={settings.isPending}
        columns={[
          {
            key: 'form',
            title: t('forms:settings.form'),
            render: ({ form }) => (
              <>
                {pick(form.name)} {form.verified ? null : <UnverifiedMark />}
              </>
            ),
          },
          { key: 'state', title: t('forms:settings.state'), render: (row) => <SettingsState row={row} /> },
          ...(mayChange
            ? [
                {
                  key: 'edit',
                  title: t('forms:settings.edit'),
                  narrow: true,
                  render: ({ form }: FormInStation) => (
                    <Button size="small" aria-label={t('forms:settings.editOf', { name: pick(form.name) })} onClick={() => setChosen(form.id)}>
                      {t('forms:settings.edit')}
                    </Button>
                  ),
                },
              ]
            : []),
        ]}
      />
      {open === undefined ? null : <FormSettingsDialog key={`${open.form.id}/${open.seq}`} row={open} onClose={() => setChosen(null)} />}
    </>
  )
}

function SettingsState({ row: { seq, by, at } }: { readonly row: FormInStation }): ReactNode {
  const { t, language } = useLanguage()
  if (seq === 0 || at === null) return <span className="fs-soft">{t('forms:settings.shipped')}</span>
  return t('forms:settings.changed', { by: by ?? '', at: formatMoment(at, language) })
}
