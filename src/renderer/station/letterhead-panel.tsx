/** What documents print of the agency besides its name, with a picture of where it stands. */
import { App, Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { contactFacts, letterheadSchema, NO_LETTERHEAD, signingOrgan, type Letterhead } from '../../shared/station/letterhead.ts'
import type { Station } from '../../shared/station/contract.ts'
import { useLanguage } from '../language/language.ts'
import { useWrite } from '../transport/calls.ts'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Field } from '../ui/field.tsx'
import { thisYear } from '../ui/formats.ts'
import { Panel } from '../ui/panel.tsx'
import { TextField } from '../ui/text-field.tsx'
import { sampleNumber } from './station-draft.ts'
import './station.css'

const FIELDS = [
  ['mark', 40],
  ['organ', 60],
  ['address', 100],
  ['phone', 40],
  ['postcode', 6],
] as const satisfies readonly (readonly [keyof Letterhead, number])[]

export function LetterheadPanel({ station }: { readonly station: Station }): ReactNode {
  const { t } = useLanguage()
  const { message } = App.useApp()
  const update = useWrite('station.update')
  const kept = station.letterhead ?? NO_LETTERHEAD
  const [draft, setDraft] = useState(kept)
  const parsed = letterheadSchema.safeParse(draft)
  const wrong = new Set(parsed.success ? [] : parsed.error.issues.map(({ path }) => path[0]))
  const save = (): void => {
    if (!parsed.success) return
    const { id: _, ...fields } = station
    update.mutate({ station: { ...fields, letterhead: parsed.data } }, { onSuccess: () => void message.success(t('station:letterhead.saved')) })
  }
  return (
    <Panel title={t('station:letterhead.title')}>
      <form
        className="fs-stack"
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <p className="fs-soft station-text">{t('station:letterhead.explain')}</p>
        <div className="station-letterhead">
          <div className="fs-stack">
            {FIELDS.map(([field, maxLength]) => (
              <Field
                key={field}
                label={t(`station:letterhead.${field}`)}
                error={wrong.has(field) ? t('station:letterhead.wrong') : undefined}
                hint={field === 'organ' ? t('station:letterhead.organHint', { organ: `${station.agency}${station.reviewBody}` }) : undefined}
              >
                {(control) => (
                  <TextField
                    {...control}
                    maxLength={maxLength}
                    inputMode={field === 'postcode' ? 'numeric' : 'text'}
                    value={draft[field]}
                    onChange={(value) => setDraft((current) => ({ ...current, [field]: value }))}
                  />
                )}
              </Field>
            ))}
          </div>
          <LetterheadPreview station={{ ...station, letterhead: draft }} />
        </div>
        <ErrorNotice error={update.error} />
        <div className="fs-row fs-end">
          <Button type="primary" htmlType="submit" loading={update.isPending} disabled={!parsed.success || JSON.stringify(draft) === JSON.stringify(kept)}>
            {t('ui:save')}
          </Button>
        </div>
      </form>
    </Panel>
  )
}

/** Official documents are Chinese in either language. */
function LetterheadPreview({ station }: { readonly station: Station }): ReactNode {
  const { t } = useLanguage()
  const facts = contactFacts(station)
  return (
    <figure className="station-paper" aria-label={t('station:letterhead.preview')} lang="zh-CN">
      <figcaption className="fs-soft">{t('station:letterhead.preview')}</figcaption>
      <div className="station-paper-title">
        {station.letterhead?.mark === '' ? null : <div>{station.letterhead?.mark}</div>}
        <div>重大行政执法决定</div>
        <div>法制审核意见书</div>
      </div>
      <div className="station-paper-middle">{sampleNumber(station, thisYear())}</div>
      <div className="station-paper-text" aria-hidden>
        ……
      </div>
      <div className="station-paper-organ">{signingOrgan(station)}</div>
      {facts.length === 0 ? null : (
        <div className="station-paper-foot">{facts.map(({ label, value }) => `${label}：${value}`).join('　')}</div>
      )}
    </figure>
  )
}
