/** Drafts (草稿) of forms as a hook: what is typed is on disk two seconds after the last key. */
import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from 'react'
import { callOnce, useTransportState } from '../transport/calls.ts'
import { DraftKeeper, type DraftStatus } from './draft-keeper.ts'

const KeeperContext = createContext<DraftKeeper | null>(null)

/**
 * Holds one keeper per person: a draft that could not be saved before the session ended is saved when the same person
 * is back, and is never saved for another.
 */
export function DraftProvider({ personId, children }: { personId: string; children: ReactNode }): ReactNode {
  const { transport, stopped } = useTransportState()
  const keeper = useMemo(() => keeperOf(transport, personId), [transport, personId])
  useEffect(() => {
    if (!stopped) void keeper.resume()
  }, [stopped, keeper])
  useEffect(() => {
    const flush = (): void => void keeper.flush()
    window.addEventListener('pagehide', flush)
    return () => {
      window.removeEventListener('pagehide', flush)
      keeper.pause()
    }
  }, [keeper])
  return <KeeperContext value={keeper}>{children}</KeeperContext>
}

type Transport = ReturnType<typeof useTransportState>['transport']
const KEEPERS = new WeakMap<Transport, Map<string, DraftKeeper>>()

function keeperOf(transport: Transport, personId: string): DraftKeeper {
  const ofTransport = KEEPERS.get(transport) ?? new Map<string, DraftKeeper>()
  KEEPERS.set(transport, ofTransport)
  const existing = ofTransport.get(personId)
  if (existing !== undefined) return existing
  const keeper = new DraftKeeper({
    save: (key, content) => callOnce(transport, 'drafts.save', { key, content }),
    discard: (key) => callOnce(transport, 'drafts.discard', { key }),
  })
  ofTransport.set(personId, keeper)
  return keeper
}

export interface Draft<Value> {
  readonly value: Value
  /** Takes over the new value at once and saves it after a pause in typing. */
  readonly set: (next: Value | ((current: Value) => Value)) => void
  /** False until it is known whether there is an earlier draft; show the form only then. */
  readonly ready: boolean
  /** True when the form was opened with what an earlier session had typed. */
  readonly restored: boolean
  readonly status: DraftStatus
  /** The form was handed in, or the person starts afresh: the kept draft goes, and the value becomes `initial`. */
  readonly discard: () => Promise<void>
}

function parse<Value>(content: string): Value | undefined {
  try {
    return JSON.parse(content) as Value
  } catch {
    return undefined
  }
}

/**
 * `const draft = useDraft('register', emptyForm)`. `key` as in `drafts.save` (`case/<id>/return`, …); `initial` is what
 * the form holds when there is no draft. A value that another version of the program wrote is joined onto `initial`
 * where both are plain objects, so that a new field is never undefined.
 */
export function useDraft<Value>(key: string, initial: Value): Draft<Value> {
  const keeper = useContext(KeeperContext)
  if (keeper === null) throw new Error('useDraft is used outside DraftProvider')
  const { transport } = useTransportState()
  const first = useRef(initial)
  const [value, setValue] = useState(initial)
  const [state, setState] = useState({ ready: false, restored: false })
  const latest = useRef(value)

  useEffect(() => {
    let gone = false
    const open = (content: string | undefined): void => {
      if (gone) return
      const kept = content === undefined ? undefined : parse<Value>(content)
      if (kept !== undefined) {
        latest.current = joined(first.current, kept)
        setValue(latest.current)
      }
      setState({ ready: true, restored: kept !== undefined })
    }
    const unsaved = keeper.unsaved(key)
    if (unsaved !== undefined) open(unsaved)
    else
      callOnce(transport, 'drafts.load', { key }).then(
        (draft) => open(draft?.content),
        () => open(undefined),
      )
    return () => {
      gone = true
    }
  }, [keeper, key, transport])

  const set = useCallback(
    (next: Value | ((current: Value) => Value)) => {
      latest.current = typeof next === 'function' ? (next as (current: Value) => Value)(latest.current) : next
      setValue(latest.current)
      keeper.change(key, JSON.stringify(latest.current))
    },
    [keeper, key],
  )
  const discard = useCallback(async () => {
    latest.current = first.current
    setValue(first.current)
    setState({ ready: true, restored: false })
    await keeper.discard(key)
  }, [keeper, key])
  const status = useSyncExternalStore(keeper.subscribe, () => keeper.status(key))
  return { value, set, ...state, status, discard }
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function joined<Value>(initial: Value, kept: Value): Value {
  return isPlain(initial) && isPlain(kept) ? { ...initial, ...kept } : kept
}

/** Saves everything that waits, now; for acts that end the session. */
export function useFlushDrafts(): () => Promise<void> {
  const keeper = useContext(KeeperContext)
  return useCallback(async () => keeper?.flush(), [keeper])
}
