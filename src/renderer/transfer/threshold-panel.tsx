/** The threshold helper (追诉标准对照): a line, the figures of the case, and limb by limb where it stands. */
import { Button, Radio, Select } from 'antd'
import { useMemo, type ReactNode } from 'react'
import { formatCitation } from '../../shared/catalogue/citation.ts'
import type { CrimeLine } from '../../shared/catalogue/crime-lines.ts'
import type { CaseDetail } from '../../shared/cases/contract.ts'
import type { Catalogue } from '../../shared/catalogue/schema.ts'
import type { ThresholdVerdict } from '../../shared/transfer/threshold-arithmetic.ts'
import { compareWithLine, type ThresholdResult } from '../../shared/transfer/threshold.ts'
import type { Yuan } from '../../shared/values/values.ts'
import { useLawTitles } from '../catalogue/use-catalogue.ts'
import { useLanguage } from '../language/language.ts'
import { DateField } from '../ui/date-field.tsx'
import { Field, FieldGroup } from '../ui/field.tsx'
import { Panel } from '../ui/panel.tsx'
import { Mark, UnverifiedMark, type MarkTone } from '../ui/state-tag.tsx'
import { useDraft } from '../ui/text-field.tsx'
import { limbWords } from './limb-words.ts'
import { factsOf, type ThresholdForm } from './threshold-form.ts'
import { ThresholdInputs } from './threshold-inputs.tsx'
import type { Prefill } from './transfer-acts.tsx'

const TONES: Readonly<Record<ThresholdVerdict, MarkTone>> = { below: 'plain', amber: 'amber', depends: 'amber', reached: 'red' }

interface PanelProps {
  readonly detail: CaseDetail
  readonly catalogue: Catalogue
  /** The line of the suspicion, shown first. */
  readonly lineId: string | null
  /** Null where the person cannot raise a suspicion now. */
  readonly onRaise: ((prefill: Prefill) => void) | null
}

export function ThresholdPanel({ detail, catalogue, lineId, onRaise }: PanelProps): ReactNode {
  const { t, pick } = useLanguage()
  const { fields } = detail
  const empty: ThresholdForm = {
    lineId,
    person: fields.party.kind,
    actOn: fields.actTo ?? fields.actFrom ?? '',
    figures: {},
    circumstances: [],
    acts: [],
    bases: {},
    local: {},
    earlier: [],
    penalties: [],
  }
  const draft = useDraft<ThresholdForm>(`case/${detail.id}/threshold`, empty)
  const { value: form, set, ready } = draft
  const line = catalogue.crimeLines.find(({ id }) => id === (form.lineId ?? lineId))
  const facts = useMemo(() => factsOf(form), [form])
  const result = line === undefined || facts === null ? null : compareWithLine(line, facts)
  const choose = (id: string): void => set((old) => ({ ...old, lineId: id, circumstances: [], acts: [], local: {} }))
  return (
    <Panel
      title={t('transfer:threshold.title')}
      className="threshold"
      extra={
        <Button size="small" type="text" onClick={() => void draft.discard()}>
          {t('transfer:threshold.clear')}
        </Button>
      }
    >
      <p className="fs-soft">{t('transfer:threshold.lead')}</p>
      {ready && (
        <>
          <div className="threshold-head">
            <Field label={t('transfer:threshold.line')}>
              {(control) => (
                <Select
                  id={control.id}
                  className="transfer-select"
                  placeholder={t('transfer:threshold.chooseLine')}
                  value={line?.id ?? null}
                  showSearch={{ optionFilterProp: 'label' }}
                  options={catalogue.crimeLines.map((one) => ({ value: one.id, label: `${pick(one.offence)}（${one.article}）` }))}
                  onChange={choose}
                />
              )}
            </Field>
            <FieldGroup label={t('transfer:threshold.person')}>
              <Radio.Group
                value={form.person}
                options={(['citizen', 'entity'] as const).map((value) => ({ value, label: t(`transfer:threshold.${value}`) }))}
                onChange={(event) => set((old) => ({ ...old, person: event.target.value === 'citizen' ? 'citizen' : 'entity' }))}
              />
            </FieldGroup>
            <Field label={t('transfer:threshold.actOn')}>
              {(control) => <DateField {...control} value={form.actOn === '' ? null : form.actOn} onChange={(day) => set((old) => ({ ...old, actOn: day ?? '' }))} />}
            </Field>
          </div>
          {line !== undefined && <LineBasis line={line} />}
          {line !== undefined && <ThresholdInputs line={line} form={form} onChange={set} />}
          {line !== undefined && <ThresholdResultView line={line} result={result} onRaise={onRaise} />}
        </>
      )}
    </Panel>
  )
}

function LineBasis({ line }: { readonly line: CrimeLine }): ReactNode {
  const { t, pick, language } = useLanguage()
  const titles = useLawTitles()
  return (
    <div className="threshold-basis">
      <span>
        {t('transfer:threshold.standard')} {line.standard}
      </span>
      <span className="fs-soft">{line.basis.map((citation) => formatCitation(citation, language, titles)).join('；')}</span>
      {line.verifiedOn === null ? <UnverifiedMark /> : <Mark tone="green">{t('transfer:threshold.checkedOn', { day: line.verifiedOn })}</Mark>}
      {line.bars !== undefined && (
        <div className="threshold-bars">
          <b>{t('transfer:threshold.bars')}</b> {pick(line.bars)}
        </div>
      )}
    </div>
  )
}

interface ResultProps {
  readonly line: CrimeLine
  readonly result: ThresholdResult | null
  readonly onRaise: PanelProps['onRaise']
}

/** The amount that decides, for the form of the suspicion. */
function prefillOf(line: CrimeLine, result: ThresholdResult): Prefill {
  const decisive = result.limbs.find(({ index }) => index === result.decisive)
  const amount = decisive !== undefined && line.limbs[decisive.index]?.kind === 'amount' ? decisive.total : null
  return { offence: line.offence['zh-CN'], lineId: line.id, amount: amount as Yuan | null, basis: `刑法第${line.article}条；${line.standard}`, reckoning: [...(decisive?.steps ?? [])] }
}

function ThresholdResultView({ line, result, onRaise }: ResultProps): ReactNode {
  const { t, pick } = useLanguage()
  if (result === null || result.verdict === null) return <p className="fs-soft">{t('transfer:threshold.nothing')}</p>
  const shown = result.limbs.filter(({ verdict }) => verdict !== null)
  return (
    <section className="threshold-result" aria-label={t('transfer:threshold.result')} role="status">
      <div className="threshold-verdict" data-verdict={result.verdict}>
        <b>{t('transfer:threshold.result')}</b>
        <Mark tone={TONES[result.verdict]}>{t(`transfer:threshold.verdict.${result.verdict}`)}</Mark>
        {result.verdict === 'depends' && <span className="fs-soft">{t('transfer:threshold.dependsWhy')}</span>}
        {onRaise !== null && result.verdict !== 'below' && (
          <Button size="small" onClick={() => onRaise(prefillOf(line, result))}>
            {t('transfer:threshold.raise')}
          </Button>
        )}
      </div>
      <ul className="threshold-limbs">
        {shown.map(({ index, verdict, share, steps, verified }) => {
          const limb = line.limbs[index]
          if (limb === undefined || verdict === null) return null
          return (
            <li key={index} data-verdict={verdict}>
              <div className="threshold-limb">
                <span>{limbWords(limb, { t, pick })}</span>
                <Mark tone={TONES[verdict]}>{t(`transfer:threshold.verdict.${verdict}`)}</Mark>
                {share !== null && limb.kind !== 'act' && (
                  <span className="fs-figures fs-soft">
                    {t('transfer:threshold.share')} {Math.floor(share * 100)}%
                  </span>
                )}
                {!verified && <UnverifiedMark />}
              </div>
              {limb.note !== undefined && <div className="fs-soft">{pick(limb.note)}</div>}
              <ol className="threshold-steps" aria-label={t('transfer:threshold.reckoning')}>
                {steps.map((step) => (
                  <li key={step['zh-CN']}>{pick(step)}</li>
                ))}
              </ol>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
