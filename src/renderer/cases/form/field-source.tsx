/** Beside a field: where its value was read, and what other documents say instead. */
import { Button, Tooltip } from 'antd'
import { createContext, useContext, useState, type ReactNode } from 'react'
import type { FieldSource, ProposalPath } from '../../../shared/intake/case-proposal.ts'
import { useLanguage } from '../../language/language.ts'
import type { FieldState, FormStatement } from './fill-from-documents.ts'
import { statedWords } from './stated-words.ts'

export interface FieldSources {
  readonly stateOf: (path: ProposalPath) => FieldState | null
  readonly take: (path: ProposalPath, stated: FormStatement) => void
  /** Null where the paper is no longer there. */
  readonly open: ((source: FieldSource) => void) | null
  readonly isThere: (source: FieldSource) => boolean
}

const SourcesContext = createContext<FieldSources | null>(null)

export const FieldSourcesProvider = SourcesContext

export function SourceOf({ path, label }: { readonly path: ProposalPath; readonly label?: string | undefined }): ReactNode {
  const sources = useContext(SourcesContext)
  const { t } = useLanguage()
  const [shown, setShown] = useState(false)
  const state = sources?.stateOf(path) ?? null
  if (sources === null || state === null) return null
  const stated = state.kind === 'filled' || state.kind === 'agrees' ? state.others : state.stated
  const open = state.kind === 'differs' || state.kind === 'offered'
  const tone = state.kind === 'differs' ? 'fs-source-differs' : state.kind === 'offered' ? 'fs-source-offered' : ''
  return (
    <div className={`fs-source ${tone}`} role="note">
      {label !== undefined && <b>{label} </b>}
      {(state.kind === 'filled' || state.kind === 'agrees') && (
        <>
          {t(`cases:fill.${state.kind}`)} <SourceLink source={state.source} sources={sources} />
        </>
      )}
      {open && <span>{t(`cases:fill.${state.kind}`)}</span>}
      {!open && stated.length > 0 && (
        <Button type="link" size="small" aria-expanded={shown} onClick={() => setShown(!shown)}>
          {t('cases:fill.others', { count: stated.length })}
        </Button>
      )}
      {(open || shown) && (
        <ul>
          {stated.map((one, index) => (
            <Stated key={index} path={path} stated={one} sources={sources} />
          ))}
        </ul>
      )}
    </div>
  )
}

function Stated({ path, stated, sources }: { readonly path: ProposalPath; readonly stated: FormStatement; readonly sources: FieldSources }): ReactNode {
  const { language, t } = useLanguage()
  const words = statedWords(path, stated.value, language, t)
  return (
    <li>
      <span className="fs-source-value">{words}</span> <SourceLink source={stated.source} sources={sources} />
      <Button type="link" size="small" aria-label={t('cases:fill.takeThis', { value: words })} onClick={() => sources.take(path, stated)}>
        {t('cases:fill.take')}
      </Button>
    </li>
  )
}

/** The file name without its ending, which says nothing to a reader. */
function shortName(name: string): string {
  const dot = name.lastIndexOf('.')
  return dot > 0 ? name.slice(0, dot) : name
}

function SourceLink({ source, sources }: { readonly source: FieldSource; readonly sources: FieldSources }): ReactNode {
  const { t } = useLanguage()
  const place = t('cases:fill.place', { name: shortName(source.fileName), page: source.passage.page })
  if (sources.open === null || !sources.isThere(source)) return <span>{place}</span>
  return (
    <Tooltip title={source.quote}>
      <button type="button" className="fs-source-link" aria-label={t('cases:fill.openPlace', { place, words: source.quote })} onClick={() => sources.open?.(source)}>
        {place}
      </button>
    </Tooltip>
  )
}
