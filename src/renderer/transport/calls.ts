/**
 * The contract as React hooks. A screen names a method and gets its typed result; what the core reports as changed is
 * asked again. Nothing here knows which shell carries the calls.
 */
import {
  keepPreviousData,
  MutationCache,
  QueryCache,
  QueryClient,
  QueryClientProvider,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query'
import { createContext, createElement, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import type { MethodInput, MethodName, MethodOutput } from '../../shared/contract/contract.ts'
import type { StationStatus } from '../../shared/station/contract.ts'
import { errorFromJson, FashenError } from '../../shared/errors/errors.ts'
import { isTouchedBy } from './changed-queries.ts'
import { gatherEvents } from './gathered-events.ts'
import type { Transport } from './transport.ts'

interface TransportState {
  readonly transport: Transport
  /** True from the moment the core is gone until it was opened again. */
  readonly stopped: boolean
  readonly reopen: () => Promise<void>
}

const TransportContext = createContext<TransportState | null>(null)

function newQueryClient(status: StationStatus | undefined): QueryClient {
  // Calls go to this computer: being offline is the normal state, and a failed call fails again when asked again.
  const local = { networkMode: 'always', retry: false } as const
  // A session or a station that ended shows itself in whatever is asked next; the door is then asked again.
  const lookAgain = (error: unknown): void => {
    if (FashenError.is(error, 'not-signed-in')) void client.invalidateQueries({ queryKey: ['session.current'] })
    if (FashenError.is(error, 'station-closed')) void client.invalidateQueries({ queryKey: ['station.status'] })
  }
  const client = new QueryClient({
    queryCache: new QueryCache({ onError: lookAgain }),
    mutationCache: new MutationCache({ onError: lookAgain }),
    defaultOptions: { queries: { ...local, staleTime: 60_000, refetchOnWindowFocus: false }, mutations: local },
  })
  if (status !== undefined) client.setQueryData(readKey('station.status', {}), status)
  return client
}

export interface TransportProviderProps {
  readonly transport: Transport
  /** The first answer to `station.status`, where it is there already. */
  readonly status?: StationStatus | undefined
  readonly children: ReactNode
}

export function TransportProvider({ transport, status, children }: TransportProviderProps): ReactNode {
  const [client] = useState(() => newQueryClient(status))
  const [stopped, setStopped] = useState(false)
  useEffect(() => transport.onStopped(() => setStopped(true)), [transport])
  useEffect(() => {
    const gathered = gatherEvents((events) => {
      void client.invalidateQueries({ predicate: (query) => events.some((event) => isTouchedBy(query.queryKey, event)) })
    })
    const unsubscribe = transport.subscribe(gathered.take)
    return () => {
      unsubscribe()
      gathered.stop()
    }
  }, [transport, client])
  const state = useMemo<TransportState>(
    () => ({
      transport,
      stopped,
      reopen: async () => {
        await transport.reopen()
        setStopped(false)
        await client.invalidateQueries()
      },
    }),
    [transport, stopped, client],
  )
  const provider = createElement(TransportContext.Provider, { value: state }, children)
  return createElement(QueryClientProvider, { client }, provider)
}

export function useTransportState(): TransportState {
  const state = useContext(TransportContext)
  if (state === null) throw new Error('useTransport is used outside TransportProvider')
  return state
}

export function useTransport(): Transport {
  return useTransportState().transport
}

async function ask<Name extends MethodName>(
  transport: Transport,
  name: Name,
  input: MethodInput<Name>,
): Promise<MethodOutput<Name>> {
  const reply = await transport.call(name, input)
  if (!reply.ok) throw errorFromJson(reply.error)
  return reply.value as MethodOutput<Name>
}

/** A call outside the cache: `const call = useCallOnce(); await call('cases.get', { caseId })`. Throws FashenError. */
export type CallOnce = <Name extends MethodName>(name: Name, input: MethodInput<Name>) => Promise<MethodOutput<Name>>

export function useCallOnce(): CallOnce {
  const transport = useTransport()
  return useMemo<CallOnce>(() => (name, input) => ask(transport, name, input), [transport])
}

/** The same outside a component. */
export function callOnce<Name extends MethodName>(
  transport: Transport,
  name: Name,
  input: MethodInput<Name>,
): Promise<MethodOutput<Name>> {
  return ask(transport, name, input)
}

export interface ReadOptions {
  /** False: do not ask yet. */
  readonly enabled?: boolean | undefined
  /** Milliseconds for which an answer is taken as fresh; events make it stale earlier. */
  readonly staleTime?: number | undefined
  /** Shows the last answer while one for another input is on its way. */
  readonly keepPrevious?: boolean | undefined
  /** Kept in memory while the window is open, however long nobody looks at it: it is shown at once, then refreshed. */
  readonly keep?: boolean | undefined
}

interface KnownAnswer<Answer> {
  /** The answer where it is known from elsewhere, so that it is not asked. */
  readonly known?: Answer | undefined
}

/** What a reading method answers. Cached under `[name, input]`; `undefined` data until the first answer is there. */
export function useRead<Name extends MethodName>(
  name: Name,
  input: MethodInput<Name>,
  options: ReadOptions & KnownAnswer<MethodOutput<Name>> = {},
): UseQueryResult<MethodOutput<Name>, FashenError> {
  const transport = useTransport()
  return useQuery<MethodOutput<Name>, FashenError>({
    queryKey: readKey(name, input),
    queryFn: () => ask(transport, name, input),
    ...(options.enabled === undefined ? {} : { enabled: options.enabled }),
    ...(options.staleTime === undefined ? {} : { staleTime: options.staleTime }),
    ...(options.keep === true ? { gcTime: Infinity } : {}),
    ...(options.known === undefined ? {} : { initialData: options.known as never }),
    ...(options.keepPrevious === true ? { placeholderData: keepPreviousData as never } : {}),
  }) as UseQueryResult<MethodOutput<Name>, FashenError>
}

/** Asks for what will be shown soon; what fails (undefined) is asked again by whoever shows it, and says so there. */
export type Prefetch = <Name extends MethodName>(name: Name, input: MethodInput<Name>) => Promise<MethodOutput<Name> | undefined>

export function usePrefetch(): Prefetch {
  const transport = useTransport()
  const client = useQueryClient()
  return useMemo<Prefetch>(
    () => (name, input) => client.fetchQuery({ queryKey: readKey(name, input), queryFn: () => ask(transport, name, input) }).catch(() => undefined),
    [client, transport],
  )
}

export function readKey<Name extends MethodName>(
  name: Name,
  input: MethodInput<Name>,
): readonly [Name, MethodInput<Name>] {
  return [name, input]
}

/** Features whose changes no event of the core names: their own reads are asked again after a write. */
const WITHOUT_EVENT: readonly string[] = ['signing', 'session', 'station']

/**
 * A writing method. `mutateAsync(input)` rejects with a FashenError; `error` keeps the last one for `<ErrorNotice>`.
 */
export function useWrite<Name extends MethodName>(
  name: Name,
): UseMutationResult<MethodOutput<Name>, FashenError, MethodInput<Name>> {
  const transport = useTransport()
  const client = useQueryClient()
  return useMutation<MethodOutput<Name>, FashenError, MethodInput<Name>>({
    mutationFn: (input) => ask(transport, name, input),
    onSuccess: () => {
      const feature = name.split('.')[0] ?? ''
      if (!WITHOUT_EVENT.includes(feature)) return
      void client.invalidateQueries({ predicate: (query) => String(query.queryKey[0]).startsWith(`${feature}.`) })
    },
  })
}
