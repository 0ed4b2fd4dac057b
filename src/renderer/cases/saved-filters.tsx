/** Filters that a person gave a name: apply, keep the present one, rename, remove, open the list with one. */
import { DeleteOutlined, EditOutlined, StarFilled, StarOutlined } from '@ant-design/icons'
import { App, Button, Popover } from 'antd'
import { useEffect, useState, type ReactNode } from 'react'
import { caseFilterSchema, caseQuery } from '../../shared/cases/case-filter.ts'
import { MOST_SAVED_FILTERS, type SavedFilter } from '../../shared/preferences/preferences.ts'
import { useLanguage } from '../language/language.ts'
import { useKeepPreference, usePreferences } from '../preferences/preferences.ts'
import { TextField } from '../ui/text-field.tsx'
import { isFiltered, listView, type ListView } from './list-view.ts'

interface Kept {
  readonly filters: readonly SavedFilter[]
  readonly defaultId: string | null
}
const NONE: Kept = { filters: [], defaultId: null }

/** The list opens with the person's default filter, once, unless something else was asked for. */
export function useDefaultFilter(asked: boolean): void {
  const kept = usePreferences()
  useEffect(() => {
    if (kept === undefined || asked || !listView.isUntouched()) return
    const { filters, defaultId } = kept['cases.filters'] ?? NONE
    const saved = filters.find(({ id }) => id === defaultId)
    if (saved !== undefined) listView.show(saved.filter, saved.sort)
  }, [kept, asked])
}

interface LineProps {
  readonly saved: SavedFilter
  readonly isDefault: boolean
  readonly isNow: boolean
  readonly onApply: () => void
  readonly onDefault: () => void
  readonly onRename: (name: string) => void
  readonly onRemove: () => void
}

function Line({ saved, isDefault, isNow, onApply, onDefault, onRename, onRemove }: LineProps): ReactNode {
  const { t } = useLanguage()
  const [name, setName] = useState<string | null>(null)
  const finish = (): void => {
    if (name !== null && name.trim() !== '') onRename(name.trim())
    setName(null)
  }
  if (name !== null) {
    return (
      <li>
        <TextField
          label={t('cases:saved.name')}
          value={name}
          maxLength={60}
          autoFocus
          onChange={setName}
          onEnter={finish}
          onBlur={finish}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return
            event.stopPropagation()
            setName(null)
          }}
        />
      </li>
    )
  }
  return (
    <li>
      <button type="button" className="fs-saved-name" aria-current={isNow} onClick={onApply}>
        {saved.name}
      </button>
      <Button
        type="text"
        size="small"
        icon={isDefault ? <StarFilled /> : <StarOutlined />}
        aria-pressed={isDefault}
        aria-label={t('cases:saved.makeDefault', { name: saved.name })}
        title={t('cases:saved.defaultHint')}
        onClick={onDefault}
      />
      <Button type="text" size="small" icon={<EditOutlined />} aria-label={t('cases:saved.rename', { name: saved.name })} onClick={() => setName(saved.name)} />
      <Button type="text" size="small" icon={<DeleteOutlined />} aria-label={t('cases:saved.remove', { name: saved.name })} onClick={onRemove} />
    </li>
  )
}

function SaveNow({ view, full, onSave }: { readonly view: ListView; readonly full: boolean; readonly onSave: (name: string) => void }): ReactNode {
  const { t } = useLanguage()
  const [name, setName] = useState('')
  if (full) return <p className="fs-soft">{t('cases:saved.full', { most: MOST_SAVED_FILTERS })}</p>
  if (!isFiltered(view.filter)) return <p className="fs-soft">{t('cases:saved.nothingToSave')}</p>
  const save = (): void => {
    if (name.trim() === '') return
    onSave(name.trim())
    setName('')
  }
  return (
    <div className="fs-saved-new">
      <TextField label={t('cases:saved.name')} placeholder={t('cases:saved.name')} value={name} maxLength={60} onChange={setName} onEnter={save} />
      <Button type="primary" disabled={name.trim() === ''} onClick={save}>
        {t('cases:saved.save')}
      </Button>
    </div>
  )
}

export function SavedFilters({ view }: { readonly view: ListView }): ReactNode {
  const { t } = useLanguage()
  const { message } = App.useApp()
  const kept = usePreferences()
  const keepPreference = useKeepPreference()
  const [open, setOpen] = useState(false)
  const { filters, defaultId } = kept?.['cases.filters'] ?? NONE
  const keep = (next: Kept): void => keepPreference('cases.filters', { filters: [...next.filters], defaultId: next.defaultId })
  const now = caseQuery(view.filter, view.sort)
  const current = filters.find((one) => caseQuery(one.filter, one.sort) === now)
  const save = (name: string): void => {
    const filter = caseFilterSchema.safeParse(view.filter)
    if (!filter.success) return
    const same = filters.find((one) => one.name === name)
    const one: SavedFilter = { id: same?.id ?? crypto.randomUUID(), name, filter: filter.data, sort: view.sort }
    keep({ filters: same === undefined ? [...filters, one] : filters.map((before) => (before === same ? one : before)), defaultId })
  }
  const remove = (saved: SavedFilter): void => {
    keep({ filters: filters.filter(({ id }) => id !== saved.id), defaultId: saved.id === defaultId ? null : defaultId })
    const takeBack = (): void => {
      message.destroy(saved.id)
      keep({ filters, defaultId })
    }
    const content = (
      <>
        {t('cases:saved.removed', { name: saved.name })}
        <Button type="link" size="small" onClick={takeBack}>
          {t('cases:saved.takeBack')}
        </Button>
      </>
    )
    void message.open({ key: saved.id, content, duration: 8 })
  }
  const list = (
    <div className="fs-saved">
      {filters.length === 0 ? <p className="fs-soft">{t('cases:saved.none')}</p> : null}
      <ul>
        {filters.map((saved) => (
          <Line
            key={saved.id}
            saved={saved}
            isDefault={saved.id === defaultId}
            isNow={saved.id === current?.id}
            onApply={() => {
              listView.show(saved.filter, saved.sort)
              setOpen(false)
            }}
            onDefault={() => keep({ filters, defaultId: saved.id === defaultId ? null : saved.id })}
            onRename={(name) => keep({ filters: filters.map((one) => (one.id === saved.id ? { ...one, name } : one)), defaultId })}
            onRemove={() => remove(saved)}
          />
        ))}
      </ul>
      <SaveNow view={view} full={filters.length >= MOST_SAVED_FILTERS} onSave={save} />
    </div>
  )
  return (
    <Popover trigger="click" placement="bottomRight" open={open} onOpenChange={setOpen} content={list} destroyOnHidden>
      <Button aria-expanded={open} icon={<StarOutlined aria-hidden />}>
        {current?.name ?? t('cases:saved.title')}
      </Button>
    </Popover>
  )
}
