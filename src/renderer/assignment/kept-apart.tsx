/** Who is kept out of a case, with what who presides can do about it: take a recusal back, tell a namesake from a handler. */
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import type { ExcludedPerson, Recusal } from '../../shared/assignment/contract.ts'
import type { CaseId, PersonId } from '../../shared/values/values.ts'
import { useLanguage } from '../language/language.ts'
import { useWrite } from '../transport/calls.ts'
import { ConfirmReasonModal } from '../ui/confirm-reason-modal.tsx'
import { ExcludedList } from './excluded-list.tsx'

interface KeptApartProps {
  readonly caseId: CaseId
  readonly excluded: readonly ExcludedPerson[]
  readonly recusals: readonly Recusal[]
  readonly presides: boolean
}

interface Asked {
  readonly act: 'takeBack' | 'clear'
  readonly personId: PersonId
  readonly name: string
}

export function KeptApart({ caseId, excluded, recusals, presides }: KeptApartProps): ReactNode {
  const { t } = useLanguage()
  const takeBack = useWrite('assignment.takeBackRecusal')
  const clear = useWrite('assignment.clearNamesake')
  const [asked, setAsked] = useState<Asked | null>(null)
  const ask = (act: Asked['act']) => ({ personId, name }: Pick<Asked, 'personId' | 'name'>) => setAsked({ act, personId, name })
  const act = asked?.act ?? 'takeBack'
  return (
    <>
      {recusals.length > 0 && (
        <details className="assignment-excluded" open>
          <summary>{t('assignment:recusals', { count: recusals.length })}</summary>
          <ul className="assignment-people">
            {recusals.map((one) => (
              <li key={one.personId}>
                <span>{one.name}</span>
                <span className="fs-soft">{t('assignment:recusedBy', { by: one.by, reason: one.reason })}</span>
                {presides && (
                  <Button size="small" type="link" onClick={() => ask('takeBack')(one)}>
                    {t('assignment:takeBack')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
      <ExcludedList excluded={excluded} onClear={presides ? ask('clear') : undefined} />
      <ConfirmReasonModal
        open={asked !== null}
        title={t(act === 'clear' ? 'assignment:clearTitle' : 'assignment:takeBackTitle', { name: asked?.name ?? '' })}
        explanation={t(act === 'clear' ? 'assignment:clearExplain' : 'assignment:takeBackExplain')}
        confirmLabel={t(act === 'clear' ? 'assignment:clearNamesake' : 'assignment:takeBack')}
        onCancel={() => setAsked(null)}
        onConfirm={async (reason) => {
          if (asked === null) return
          await (asked.act === 'clear' ? clear : takeBack).mutateAsync({ caseId, personId: asked.personId, reason })
          setAsked(null)
        }}
      />
    </>
  )
}
