/** Own phrases and the station's, each to add, change and remove. Stands in a dialog of the review and in the settings. */
import { DeleteOutlined, EditOutlined, PlusOutlined } from '@ant-design/icons'
import { App, Button, Skeleton } from 'antd'
import { useState, type ReactNode } from 'react'
import type { Phrase, Phrases } from '../../shared/phrases/contract.ts'
import type { PhrasePlace } from '../../shared/phrases/find-phrases.ts'
import { PHRASE_SHELVES } from '../../shared/phrases/phrase.ts'
import { useLanguage } from '../language/language.ts'
import { useRead, useWrite } from '../transport/calls.ts'
import { Empty } from '../ui/empty.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { useErrorToast } from '../ui/error-toast.ts'
import { PhraseDialog, placeWords, type PhraseDraft } from './phrase-dialog.tsx'
import './phrases.css'

const NOWHERE: PhrasePlace = { heading: null, questionId: null }

export function PhraseShelves({ place = NOWHERE }: { readonly place?: PhrasePlace | undefined }): ReactNode {
  const { t } = useLanguage()
  const read = useRead('phrases.list', {})
  const [draft, setDraft] = useState<PhraseDraft | null>(null)
  if (read.data === undefined) return read.error === null ? <Skeleton active /> : <ErrorNotice error={read.error} onRetry={() => void read.refetch()} />
  return (
    <>
      <Button icon={<PlusOutlined aria-hidden />} onClick={() => setDraft({ name: '', text: '', place: NOWHERE, phrase: null })}>
        {t('phrases:add')}
      </Button>
      {read.data.phrases.length === 0 && <Empty title={t('phrases:none')} hint={t('phrases:noneHint')} />}
      <Shelves data={read.data} onEdit={(phrase) => setDraft({ name: phrase.name, text: phrase.text, place: phrase, phrase })} />
      {draft !== null && <PhraseDialog draft={draft} place={place} mayEditStation={read.data.mayEditStation} onClose={() => setDraft(null)} />}
    </>
  )
}

function Shelves({ data, onEdit }: { readonly data: Phrases; readonly onEdit: (phrase: Phrase) => void }): ReactNode {
  const { t } = useLanguage()
  return PHRASE_SHELVES.map((shelf) => {
    const phrases = data.phrases.filter((phrase) => phrase.shelf === shelf)
    if (phrases.length === 0) return null
    return (
      <section key={shelf} aria-label={t(`phrases:${shelf}`)}>
        <h3 className="phrase-shelf">{t(`phrases:${shelf}`)}</h3>
        <ul className="phrase-rows">
          {phrases.map((phrase) => (
            <PhraseRow key={phrase.id} phrase={phrase} editable={shelf === 'own' || data.mayEditStation} onEdit={onEdit} />
          ))}
        </ul>
      </section>
    )
  })
}

interface PhraseRowProps {
  readonly phrase: Phrase
  readonly editable: boolean
  readonly onEdit: (phrase: Phrase) => void
}

function PhraseRow({ phrase, editable, onEdit }: PhraseRowProps): ReactNode {
  const { t } = useLanguage()
  const { name, text } = phrase
  const remove = useRemove()
  return (
    <li className="phrase-row">
      <div className="phrase-row-words">
        <b>{name}</b> <span className="fs-soft">{placeWords(phrase, t)}</span>
        <div>{text}</div>
      </div>
      {editable && (
        <span>
          <Button type="text" size="small" icon={<EditOutlined aria-hidden />} aria-label={t('phrases:editOf', { name })} onClick={() => onEdit(phrase)} />
          <Button type="text" size="small" icon={<DeleteOutlined aria-hidden />} aria-label={t('phrases:removeOf', { name })} onClick={() => remove(phrase)} />
        </span>
      )}
    </li>
  )
}

/** Removes at once and offers to take it back, which writes the same phrase anew. */
function useRemove(): (phrase: Phrase) => void {
  const { t } = useLanguage()
  const { message } = App.useApp()
  const remove = useWrite('phrases.remove')
  const save = useWrite('phrases.save')
  const toast = useErrorToast()
  return (phrase) => {
    const { id, version, shelf, name, text, heading, questionId } = phrase
    const takeBack = (): void => {
      message.destroy(id)
      save.mutate({ phraseId: null, expectedVersion: 0, shelf, fields: { name, text, heading, questionId } }, { onError: toast })
    }
    const content = (
      <>
        {t('phrases:removed', { name })}
        <Button type="link" size="small" onClick={takeBack}>
          {t('phrases:undoRemove')}
        </Button>
      </>
    )
    remove.mutate({ phraseId: id, expectedVersion: version }, { onSuccess: () => void message.open({ key: id, content, duration: 8 }), onError: toast })
  }
}
