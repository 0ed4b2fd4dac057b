/** The contents (目录) of a law: its parts, chapters and sections, each with the articles it holds. */
import type { ReactNode } from 'react'
import type { LawDetail } from '../../shared/laws/contract.ts'
import { labelOf } from '../../shared/laws/law-words.ts'
import { useLanguage } from '../language/language.ts'

const DEPTH = { part: 0, subpart: 1, chapter: 1, section: 2 } as const

interface LawContentsProps {
  readonly detail: LawDetail
  /** Index of the heading above the article that is marked. */
  readonly current: number | null
  /** Place of the first article below the heading. */
  readonly onChoose: (place: number) => void
}

export function LawContents({ detail, current, onChoose }: LawContentsProps): ReactNode {
  const { t } = useLanguage()
  const { divisions, contents } = detail
  const numbered = contents.filter(({ level, number }) => level === 0 && number !== null)
  return (
    <nav aria-label={t('laws:contents')}>
      <ul className="law-contents">
        {divisions.map((division, index) => {
          const first = contents.find((one) => one.division !== null && one.division >= index)
          const own = numbered.filter((one) => one.division === index)
          const [from, to] = [own[0], own.at(-1)]
          return (
            <li key={index} data-depth={DEPTH[division.level]}>
              <button type="button" disabled={first === undefined} {...(index === current ? { 'aria-current': 'true' as const } : {})} onClick={() => first !== undefined && onChoose(first.place)}>
                {division.label} {division.title}
                {from !== undefined && to !== undefined && (
                  <span className="fs-soft law-contents-span">
                    {from === to ? labelOf(from) : `${labelOf(from)}–${labelOf(to)}`}
                  </span>
                )}
              </button>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
