/** Two texts as one, with what went struck through and what came underlined. */
import type { ReactNode } from 'react'
import { textDifference } from './text-difference.ts'

export function Difference({ before, after }: { readonly before: string; readonly after: string }): ReactNode {
  return (
    <div className="difference">
      {textDifference(before, after).map((part, index) =>
        part.kind === 'same' ? (
          <span key={index}>{part.text}</span>
        ) : part.kind === 'removed' ? (
          <del key={index}>{part.text}</del>
        ) : (
          <ins key={index}>{part.text}</ins>
        ),
      )}
    </div>
  )
}
