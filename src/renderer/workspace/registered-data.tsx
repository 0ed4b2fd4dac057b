/** The registered data of a case, to read; its citations are listed with those of the papers (`laws/case-citations.tsx`). */
import { Fragment, type ReactNode } from 'react'
import type { CaseFields, Citation } from '../../shared/cases/case.ts'
import type { Catalogue } from '../../shared/catalogue/schema.ts'
import { useLanguage } from '../language/language.ts'
import { AmountText } from '../ui/amount-text.tsx'
import { DateText } from '../ui/date-text.tsx'
import {
  ACTION_KIND_LABELS,
  CASE_FLAG_LABELS,
  EFFECT_KIND_LABELS,
  PARTY_KIND_LABELS,
} from '../ui/vocabulary-labels.ts'

/** A cited place as it was typed: 《law》第33条第1款第2项, with what is not given left out. */
export function citedPlace(citation: Citation, chinese: boolean): string {
  const { law, article, paragraph, item } = citation
  const title = law.startsWith('《') ? law : `《${law}》`
  const part = (value: string, zh: string, en: string): string => (value === '' ? '' : chinese ? `第${value}${zh}` : ` ${en} ${value}`)
  return `${title}${part(article, '条', 'art.')}${part(paragraph, '款', 'para.')}${part(item, '项', 'item')}`
}

interface RegisteredDataProps {
  readonly fields: CaseFields
  readonly caseNumber: string | null
  readonly catalogue: Catalogue
}

export function RegisteredData({ fields, caseNumber, catalogue }: RegisteredDataProps): ReactNode {
  const { t, pick } = useLanguage()
  const { party } = fields
  const separator = t('ui:listSeparator')
  const period =
    fields.actFrom === null && fields.actTo === null ? (
      <DateText value={null} />
    ) : (
      <>
        <DateText value={fields.actFrom} /> — <DateText value={fields.actTo} />
      </>
    )
  const conditions = catalogue.conditions.filter((row) => fields.conditions[row.id] === true).map((row) => pick(row.name))
  const absent = catalogue.conditions.filter((row) => fields.conditions[row.id] === false).map((row) => pick(row.name))
  const flags = Object.entries(fields.flags).flatMap(([flag, set]) => (set ? [pick(CASE_FLAG_LABELS[flag as keyof typeof CASE_FLAG_LABELS])] : []))
  const rows: readonly (readonly [string, ReactNode])[] = [
    [t('workspace:field.caseNumber'), caseNumber ?? ''],
    [t('workspace:field.cause'), fields.cause],
    [t('workspace:field.kinds'), fields.actionKinds.map((kind) => pick(ACTION_KIND_LABELS[kind])).join(separator)],
    [t('workspace:field.unit'), fields.submittingUnit],
    [t('workspace:field.fileNumber'), fields.fileNumber],
    [t('workspace:field.party'), `${party.name}（${pick(PARTY_KIND_LABELS[party.kind])}）`],
    [party.codeKind === 'none' ? '' : t(`workspace:code.${party.codeKind}`), party.code],
    [t('workspace:field.address'), party.address],
    [t('workspace:field.representative'), party.legalRepresentative],
    [t('workspace:field.receivedOn'), <DateText key="received" value={fields.receivedOn} />],
    [t('workspace:field.filedOn'), <DateText key="filed" value={fields.filedOn} />],
    [t('workspace:field.act'), period],
    [t('workspace:field.handlers'), fields.handlers.map((one) => (one.certificateNumber === '' ? one.name : `${one.name}（${one.certificateNumber}）`)).join(separator)],
    [t('workspace:field.flags'), flags.join(separator)],
    [t('workspace:field.conditions'), conditions.join(separator)],
    [t('workspace:field.absent'), absent.join(separator)],
  ]
  return (
    <>
      <dl className="fs-facts">
        {rows.map(([name, value]) =>
          value === '' || name === '' ? null : (
            <Fragment key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </Fragment>
          ),
        )}
      </dl>
      <h3 className="case-subtitle">{t('workspace:field.facts')}</h3>
      <p className="case-facts">{fields.facts === '' ? t('ui:none') : fields.facts}</p>
      <h3 className="case-subtitle">{t('workspace:field.effects')}</h3>
      <ul className="case-list">
        {fields.effects.length === 0 && <li className="fs-soft">{t('ui:none')}</li>}
        {fields.effects.map((effect, index) => (
          <li key={index}>
            {pick(EFFECT_KIND_LABELS[effect.kind])} {effect.amount !== null && <AmountText value={effect.amount} />}{' '}
            {effect.detail !== '' && <span className="fs-soft">{effect.detail}</span>}
          </li>
        ))}
      </ul>
    </>
  )
}
