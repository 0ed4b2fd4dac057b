/** The adjustments of the law (法定情节), one by one: there, not there, or not checked yet; with facts and place. */
import { useId, type ReactNode } from 'react'
import { formatCitation } from '../../shared/catalogue/citation.ts'
import type { Adjustment, AdjustmentEffect } from '../../shared/catalogue/adjustments.ts'
import type { AdjustmentAnswer, DiscretionSheet } from '../../shared/discretion/discretion-sheet.ts'
import { useLawTitles } from '../catalogue/use-catalogue.ts'
import { useLanguage } from '../language/language.ts'
import { Panel } from '../ui/panel.tsx'
import { Mark, UnverifiedMark, type MarkTone } from '../ui/state-tag.tsx'
import { TextArea } from '../ui/text-field.tsx'
import { EvidencePointer } from './evidence-pointer.tsx'
import type { PinActs } from './factor-table.tsx'
import { answerTo, withAnswer } from './sheet-draft.ts'
import '../cases/form/form.css'

interface AdjustmentsPanelProps {
  readonly adjustments: readonly Adjustment[]
  readonly sheet: DiscretionSheet
  readonly fine: number | null
  readonly editable: boolean
  readonly pins: PinActs
  readonly onChange: (change: (sheet: DiscretionSheet) => DiscretionSheet) => void
}

const LIGHTER: ReadonlySet<AdjustmentEffect> = new Set(['none', 'mayNone', 'lighter', 'mayLighten'])
const TONES: Record<AdjustmentEffect, MarkTone> = { none: 'green', mayNone: 'green', lighter: 'navy', mayLighten: 'navy', heavier: 'red' }

export function AdjustmentsPanel({ adjustments, sheet, fine, editable, pins, onChange }: AdjustmentsPanelProps): ReactNode {
  const { t } = useLanguage()
  const answers = adjustments.map((row) => [row, answerTo(sheet, row.id)] as const)
  const present = answers.filter(([, answer]) => answer.present === true).map(([row]) => row.effect)
  const done = answers.filter(([, answer]) => answer.present !== null).length
  return (
    <Panel title={t('discretion:adjustments.title')} extra={<Mark tone={done === adjustments.length ? 'green' : 'plain'}>{t('discretion:adjustments.answered', { done, total: adjustments.length })}</Mark>}>
      <p className="fs-soft discretion-explain">{t('discretion:adjustments.explain')}</p>
      <div role="status">
        {present.includes('none') && fine !== null && fine > 0 && <p className="fs-red">{t('discretion:adjustments.noneButFine')}</p>}
        {present.includes('heavier') && present.some((effect) => LIGHTER.has(effect)) && <p className="fs-amber">{t('discretion:adjustments.contradiction')}</p>}
      </div>
      <ul className="adjustments">
        {answers.map(([row, answer]) => (
          <OneAdjustment key={row.id} row={row} answer={answer} editable={editable} pins={pins} onChange={(change) => onChange((old) => withAnswer(old, row.id, change))} />
        ))}
      </ul>
    </Panel>
  )
}

interface OneAdjustmentProps {
  readonly row: Adjustment
  readonly answer: AdjustmentAnswer
  readonly editable: boolean
  readonly pins: PinActs
  readonly onChange: (change: Partial<AdjustmentAnswer>) => void
}

const CHOICES = [
  [true, 'discretion:adjustments.present'],
  [false, 'discretion:adjustments.absent'],
  [null, 'discretion:adjustments.notAnswered'],
] as const

function OneAdjustment({ row, answer, editable, pins, onChange }: OneAdjustmentProps): ReactNode {
  const { t, pick, language } = useLanguage()
  const titles = useLawTitles()
  const id = useId()
  const name = pick(row.name)
  const { present, reason, evidence } = answer
  const chosen = CHOICES.find(([value]) => value === present)?.[1] ?? 'discretion:adjustments.notAnswered'
  return (
    <li data-present={present === true}>
      <div className="adjustment-head">
        <span className="adjustment-name" id={id}>
          {name} <Mark tone={TONES[row.effect]}>{t(`discretion:adjustments.effect.${row.effect}`)}</Mark> {!row.verified && <UnverifiedMark />}
          <span className="fs-soft adjustment-basis">{row.basis.map((citation) => formatCitation(citation, language, titles)).join(t('ui:listSeparator'))}</span>
        </span>
        {editable ? (
          <span className="fs-tri-choices" role="radiogroup" aria-labelledby={id}>
            {CHOICES.map(([value, word]) => (
              <label key={word} className={present === value ? 'fs-tri-chosen' : ''}>
                <input type="radio" name={id} checked={present === value} onChange={() => onChange({ present: value })} />
                {t(word)}
              </label>
            ))}
          </span>
        ) : (
          <Mark tone={present === true ? 'navy' : 'plain'}>{t(chosen)}</Mark>
        )}
      </div>
      {(present === true || reason !== '' || evidence !== null) && (
        <div className="adjustment-more">
          {editable ? (
            <TextArea label={`${name}: ${t('discretion:adjustments.reason')}`} placeholder={t('discretion:adjustments.reason')} rows={1} maxLength={1000} value={reason} onChange={(text) => onChange({ reason: text })} />
          ) : (
            <span className="discretion-words">{reason}</span>
          )}
          <EvidencePointer
            evidence={evidence}
            materials={pins.materials}
            editable={editable}
            of={name}
            onOpen={pins.open}
            onTake={() => {
              const taken = pins.take()
              if (taken !== null) onChange({ evidence: taken })
            }}
            onRemove={() => onChange({ evidence: null })}
          />
        </div>
      )}
    </li>
  )
}
