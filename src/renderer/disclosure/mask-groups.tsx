/** The proposals and what was added by hand (遮盖建议), each with its words, its rule and the two answers. */
import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { TreatmentRow } from '../../shared/catalogue/disclosure-rules.ts'
import type { MaskProposal } from '../../shared/disclosure/mask-proposals.ts'
import { bare, replacements, type MaskMark } from '../../shared/disclosure/masks.ts'
import { useLanguage } from '../language/language.ts'
import { Panel } from '../ui/panel.tsx'
import { Mark, UnverifiedMark } from '../ui/state-tag.tsx'
import { decideGroup, groupsOf, withoutGroup, type MarkGroup } from './masking-groups.ts'
import { useBasisWords } from './use-basis-words.ts'

interface MaskGroupsProps {
  readonly original: string
  readonly marks: readonly MaskMark[]
  readonly proposals: readonly MaskProposal[]
  readonly treatments: readonly TreatmentRow[]
  readonly onShow: (starts: readonly number[]) => void
  /** Null: only to look at. */
  readonly onChange: ((change: (now: readonly MaskMark[]) => readonly MaskMark[]) => void) | null
}

export function MaskGroups({ original, marks, proposals, treatments, onShow, onChange }: MaskGroupsProps): ReactNode {
  const { t } = useLanguage()
  const groups = groupsOf(original, marks, proposals, treatments)
  const byWords = replacements(original, marks)
  return (
    <Panel title={t('disclosure:desk.proposals')} flush>
      <ul className="masking-groups" aria-label={t('disclosure:desk.proposals')}>
        {groups.map((group, index) => (
          <li key={group.key}>
            <GroupWords withRule={!groups.slice(0, index).some(({ subject }) => subject === group.subject)} group={group} replacement={byWords.get(bare(group.words))} onShow={onShow} />
            {onChange === null ? <Decided masked={group.masked} /> : <Answers group={group} onChange={onChange} />}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Decided({ masked }: Pick<MarkGroup, 'masked'>): ReactNode {
  const { t } = useLanguage()
  return <Mark tone={masked === null ? 'amber' : masked ? 'navy' : 'plain'}>{t(`disclosure:desk.${masked === null ? 'undecided' : masked ? 'accepted' : 'rejected'}`)}</Mark>
}

interface GroupWordsProps {
  /** The rule is told with the first words of its kind. */
  readonly withRule: boolean
  readonly group: MarkGroup
  readonly replacement: string | undefined
  readonly onShow: (starts: readonly number[]) => void
}

function GroupWords({ withRule, group, replacement, onShow }: GroupWordsProps): ReactNode {
  const { t, pick } = useLanguage()
  const basisWords = useBasisWords()
  const { treatment, words, marks, masked } = group
  const rule = treatment === undefined ? '' : [basisWords(treatment.basis), treatment.noBasisBecause === undefined ? '' : pick(treatment.noBasisBecause), treatment.note === null ? '' : pick(treatment.note)].filter((one) => one !== '').join(' ')
  return (
    <div className="masking-group">
      <button type="button" className="masking-go" title={t('disclosure:desk.go', { n: 1 })} onClick={() => onShow(marks.map(({ start }) => start))}>
        {words}
      </button>{' '}
      <span className="fs-soft" title={rule}>
        {treatment === undefined ? '' : pick(treatment.name)}
        {marks.length > 1 ? ` · ${t('disclosure:desk.times', { count: marks.length })}` : ''}
        {masked === true && replacement !== undefined ? ` · ${t('disclosure:desk.replaced', { words: replacement })}` : ''}
      </span>{' '}
      {group.inCompanyName && <Mark>{t('disclosure:desk.inCompany')}</Mark>}
      {treatment?.treatment === 'judge' && <Mark tone="amber">{t('disclosure:desk.judge')}</Mark>} {treatment !== undefined && !treatment.verified && <UnverifiedMark />}
      {withRule && rule !== '' && <div className="fs-soft masking-rule">{rule}</div>}
    </div>
  )
}

interface AnswersProps {
  readonly group: MarkGroup
  readonly onChange: NonNullable<MaskGroupsProps['onChange']>
}

function Answers({ group, onChange }: AnswersProps): ReactNode {
  const { t } = useLanguage()
  const answer = (masked: boolean, label: string): ReactNode => (
    <Button size="small" type={group.masked === masked ? 'primary' : 'default'} aria-pressed={group.masked === masked} aria-label={`${label} ${group.words}`} onClick={() => onChange((now) => decideGroup(now, group, masked))}>
      {label}
    </Button>
  )
  return (
    <span className="masking-answers">
      {answer(true, t('disclosure:desk.acceptOne'))}
      {answer(false, t('disclosure:desk.rejectOne'))}
      {group.byHand && (
        <Button size="small" type="text" aria-label={`${t('disclosure:desk.remove')} ${group.words}`} onClick={() => onChange((now) => withoutGroup(now, group))}>
          {t('disclosure:desk.remove')}
        </Button>
      )}
    </span>
  )
}
