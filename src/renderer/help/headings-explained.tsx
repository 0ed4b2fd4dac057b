/** The eight headings (八项审核内容): what the Guiding Opinions ask, what it means at the desk, how many questions stand under each. */
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { formatCitation } from '../../shared/catalogue/citation.ts'
import type { Bilingual } from '../../shared/values/values.ts'
import { useCatalogue, useLawTitles } from '../catalogue/use-catalogue.ts'
import { useLanguage } from '../language/language.ts'
import { UnverifiedMark } from '../ui/state-tag.tsx'
import { both } from './topic.ts'

/** By the heading's id in the catalogue. Explanations of the program, not words of the law. */
export const HEADINGS_IN_PLAIN_WORDS: Readonly<Record<string, Bilingual>> = {
  subject: both(
    '看谁在执法：决定书盖谁的章，这个机关能不能以自己的名义作决定；受委托的，看委托书和委托的范围。',
    'Who acts: whose seal is on the decision and whether that body may decide in its own name; where power is delegated, the instrument and its limits.',
  ),
  personnel: both(
    '看谁去办：执法人员不少于两人，证件在有效期内，种类和区域相符；该回避的回避。',
    'Who did it: at least two officers, with certificates that were valid then and fit kind and region; nobody who should have stood aside.',
  ),
  procedure: both(
    '看怎么走的：立案、调查、告知、陈述申辩、听证、集体讨论、送达的先后和期限。「时间轴与核对」把这些日期排在一起。',
    'How it went: filing, inquiry, notice, statement and defence, hearing, collective discussion, service, in order and in time. “Timeline & cross-check” puts these dates together.',
  ),
  facts: both(
    '看证明了什么：每一项事实有什么证据，证据之间是否一致，来源和取得方式是否合法。「交叉核对」把各份文书的记载并列。',
    'What is proved: which evidence each fact rests on, whether it agrees, and whether it was obtained lawfully. “Cross-table” puts the papers side by side.',
  ),
  law: both(
    '看用得对不对：条款项写到位、当时有效，处罚种类和幅度与基准相符；偏离基准有没有理由。「裁量」里逐项核对。',
    'Whether the right law was used: article and item named in full, in force at the time, kind and amount within the benchmark; a reason where it departs. Checked factor by factor under “Discretion”.',
  ),
  authority: both(
    '看归不归我管：地域、级别、事项的管辖，以及权力有没有越过别的机关。',
    'Whether it is ours: jurisdiction by place, level and matter, and whether another body’s power was taken.',
  ),
  documents: both(
    '看文书本身：该有的有没有，名称、当事人、金额、日期、救济途径是否写全写对，前后是否一致。',
    'The papers themselves: whether all are there, with names, party, amounts, dates and remedies complete, right and consistent.',
  ),
  crime: both(
    '看该不该移送：数额、次数、情节是否达到立案追诉标准；移送的，看手续和罚款折抵。',
    'Whether it belongs to the police: amounts, repetition and circumstances against the standards for prosecution; where it was handed over, the formalities and the set-off of fines.',
  ),
}

export function HeadingsExplained(): ReactNode {
  const { t, pick, language } = useLanguage()
  const catalogue = useCatalogue()
  const titles = useLawTitles()
  const questions = catalogue?.questions ?? []
  return (
    <>
      <p className="fs-soft">{t('help:headingsIntro')}</p>
      <ol className="fs-help-headings">
        {(catalogue?.headings ?? []).map((heading) => {
          const plain = HEADINGS_IN_PLAIN_WORDS[heading.id]
          return (
            <li key={heading.id}>
              <strong>{pick(heading.title)}</strong> {heading.verified ? null : <UnverifiedMark />}
              <div>{pick(heading.statutory)}</div>
              {plain === undefined ? null : <div>{pick(plain)}</div>}
              <div className="fs-soft">
                {heading.basis.map((citation) => formatCitation(citation, language, titles)).join(t('ui:listSeparator'))}
                {' · '}
                {t('help:questions', { count: questions.filter((question) => question.heading === heading.id).length })}
              </div>
            </li>
          )
        })}
      </ol>
      <Link href="/catalogue">{t('help:toQuestions')}</Link>
    </>
  )
}
