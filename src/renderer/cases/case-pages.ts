/** The pages of the list of cases, read one after the other by the cursor that the core gives. */
import {
  keepPreviousData,
  useInfiniteQuery,
  type InfiniteData,
  type UseInfiniteQueryResult,
} from '@tanstack/react-query'
import type { CaseCursor, CasePage } from '../../shared/cases/contract.ts'
import type { FashenError } from '../../shared/errors/errors.ts'
import { useCallOnce } from '../transport/calls.ts'
import type { ListView } from './list-view.ts'

const PAGE = 100

export function useCasePages(
  view: ListView,
): UseInfiniteQueryResult<InfiniteData<CasePage, CaseCursor | null>, FashenError> {
  const call = useCallOnce()
  const { filter, sort } = view
  return useInfiniteQuery<
    CasePage,
    FashenError,
    InfiniteData<CasePage, CaseCursor | null>,
    readonly unknown[],
    CaseCursor | null
  >({
    queryKey: ['cases.list', { filter, sort, size: PAGE }, 'pages'],
    queryFn: ({ pageParam }) =>
      call('cases.list', { filter: { ...filter, states: [...filter.states] }, sort, after: pageParam, size: PAGE }),
    initialPageParam: null,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  })
}
