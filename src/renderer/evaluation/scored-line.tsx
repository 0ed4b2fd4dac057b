/** One line of the sheet: met, deducted with reasons, not applicable. Tab walks the lines, arrows choose. */
import { DeleteOutlined } from '@ant-design/icons'
import { Button, InputNumber, Radio } from 'antd'
import type { ReactNode } from 'react'
import type { LawTitles } from '../../shared/catalogue/citation.ts'
import type { ScoredItem } from '../../shared/catalogue/evaluation-standards.ts'
import { SHORTEST_REASON, type ItemMark } from '../../shared/evaluation/sheet.ts'
import { useLanguage } from '../language/language.ts'
import { TextField } from '../ui/text-field.tsx'
import { LineHead } from './line-head.tsx'
import { itemMark, type DeductionDraft, type ItemDraft } from './sheet-draft.ts'

export interface ScoredLineProps {
  readonly item: ScoredItem
  readonly draft: ItemDraft
  readonly titles: LawTitles
  readonly locked: boolean
  readonly onChange: (draft: ItemDraft) => void
}

export function ScoredLine({ item, draft, titles, locked, onChange }: ScoredLineProps): ReactNode {
  const { t, pick } = useLanguage()
  const { id, points, mayNotApply } = item
  const marked = itemMark(id, draft, points) !== undefined
  const choose = (mark: ItemMark['mark']): void =>
    onChange({ ...draft, mark, deductions: mark === 'deducted' && draft.deductions.length === 0 ? [{ points: null, reason: '' }] : draft.deductions })
  const taken = draft.deductions.reduce((sum, one) => sum + Math.round((one.points ?? 0) * 10), 0)
  const given = Math.max(0, Math.round(points * 10) - (draft.mark === 'deducted' ? taken : 0)) / 10
  return (
    <fieldset className="evaluation-line" id={`line-${id}`} data-marked={marked}>
      <legend>
        <LineHead line={item} titles={titles} extra={<span className="evaluation-points">{t('evaluation:outOf', { points })}</span>} />
      </legend>
      {locked ? (
        <Marked draft={draft} given={given} points={points} />
      ) : (
        <Radio.Group
          aria-label={pick(item.text)}
          name={`mark-${id}`}
          value={draft.mark}
          onChange={({ target }) => choose(target.value as ItemMark['mark'])}
          options={[
            { value: 'full', label: t('evaluation:full') },
            { value: 'deducted', label: t('evaluation:deducted') },
            ...(mayNotApply ? [{ value: 'notApplicable', label: t('evaluation:notApplicable') }] : []),
          ]}
        />
      )}
      {!locked && draft.mark === null ? <span className="fs-soft">{t('evaluation:notMarked')}</span> : null}
      {!locked && draft.mark === 'deducted' && <span className="fs-figures">{t('evaluation:gives', { given, points })}</span>}
      {!locked && draft.mark === 'deducted' && <Deductions item={item} draft={draft} onChange={onChange} />}
      {!locked && draft.mark === 'notApplicable' && (
        <TextField
          label={t('evaluation:whyNot')}
          placeholder={t('evaluation:whyNot')}
          value={draft.reason}
          maxLength={500}
          status={draft.reason.trim().length < SHORTEST_REASON ? 'error' : ''}
          onChange={(reason) => onChange({ ...draft, reason })}
        />
      )}
    </fieldset>
  )
}

/** What stands in a sheet that cannot be changed, in words. */
function Marked({ draft, given, points }: { readonly draft: ItemDraft; readonly given: number; readonly points: number }): ReactNode {
  const { t } = useLanguage()
  return (
    <>
      <span className="evaluation-chosen">{t(`evaluation:${draft.mark ?? 'notMarked'}`)}</span>
      {draft.mark === 'deducted' && <span className="fs-figures">{t('evaluation:gives', { given, points })}</span>}
      {draft.mark === 'notApplicable' && <span>{draft.reason}</span>}
      {draft.mark === 'deducted' && (
        <ul className="evaluation-reasons">
          {draft.deductions.map(({ points: taken, reason }, at) => (
            <li key={at}>
              −{taken} {reason}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function Deductions({ item, draft, onChange }: Omit<ScoredLineProps, 'titles' | 'locked'>): ReactNode {
  const { t, pick } = useLanguage()
  const set = (deductions: readonly DeductionDraft[]): void => onChange({ ...draft, deductions })
  const change = (at: number, part: Partial<DeductionDraft>): void => set(draft.deductions.map((one, place) => (place === at ? { ...one, ...part } : one)))
  const add = (one: DeductionDraft): void => {
    const empty = draft.deductions.findIndex(({ points, reason }) => points === null && reason === '')
    set(empty < 0 ? [...draft.deductions, one] : draft.deductions.map((old, place) => (place === empty ? one : old)))
  }
  return (
    <div className="evaluation-deductions">
      {draft.deductions.map(({ points, reason }, at) => {
        const pointsWrong = points === null || points <= 0 || points > item.points
        const reasonWrong = reason.trim().length < SHORTEST_REASON
        return (
          <div key={at} className="evaluation-deduction">
            <InputNumber
              aria-label={t('evaluation:deduct')}
              min={0}
              step={0.5}
              precision={1}
              value={points}
              status={pointsWrong ? 'error' : ''}
              onChange={(value) => change(at, { points: value })}
            />
            <TextField
              label={t('evaluation:why')}
              placeholder={t('evaluation:why')}
              value={reason}
              maxLength={500}
              status={reasonWrong ? 'error' : ''}
              onChange={(value) => change(at, { reason: value })}
            />
            <Button
              aria-label={t('evaluation:removeDeduction')}
              icon={<DeleteOutlined />}
              disabled={draft.deductions.length === 1}
              onClick={() => set(draft.deductions.filter((_, place) => place !== at))}
            />
            {pointsWrong ? <span className="fs-red">{t('evaluation:tooMuch', { points: item.points })}</span> : reasonWrong ? <span className="fs-red">{t('evaluation:needReason')}</span> : null}
          </div>
        )
      })}
      <div className="evaluation-usual">
        {item.usual.length === 0 ? null : <span className="fs-soft">{t('evaluation:usual')}</span>}
        {item.usual.map((one) => (
          <Button key={one.text['zh-CN']} size="small" onClick={() => add({ points: one.points, reason: pick(one.text) })}>
            {pick(one.text)} −{one.points}
          </Button>
        ))}
        <Button size="small" type="dashed" onClick={() => set([...draft.deductions, { points: null, reason: '' }])}>
          {t('evaluation:addDeduction')}
        </Button>
      </div>
    </div>
  )
}
