/** The official document as it will be printed, drawn from the same parts as the PDF and the DOCX. */
import { Fragment, type ReactNode } from 'react'
import type { Inline, OfficialDocument } from '../../shared/documents/model.ts'
import { documentParts, type DocumentPart } from '../../shared/documents/preview.ts'

export function DocumentPreview({ document }: { readonly document: OfficialDocument }): ReactNode {
  return (
    <div className="paper-frame">
      <article className="paper" lang="zh-CN">
        {document.watermark !== null && (
          <div className="paper-watermark" aria-hidden>
            {document.watermark}
          </div>
        )}
        {documentParts(document).map((part, index) => (
          <Part key={index} part={part} />
        ))}
      </article>
    </div>
  )
}

function Inlines({ inlines }: { readonly inlines: readonly Inline[] }): ReactNode {
  return inlines.map((inline, index) => {
    if (inline.kind === 'check-box') return <Fragment key={index}>{inline.checked ? '☑' : '□'}</Fragment>
    return inline.bold === true ? <b key={index}>{inline.text}</b> : <Fragment key={index}>{inline.text}</Fragment>
  })
}

function Part({ part }: { readonly part: DocumentPart }): ReactNode {
  switch (part.kind) {
    case 'title':
      return (
        <h2 className="paper-title">
          {part.lines.map((line, index) => (
            <div key={index}>{line}</div>
          ))}
        </h2>
      )
    case 'number':
      return <p className="paper-number">{part.text}</p>
    case 'addressee':
      return <p className="paper-addressee">{part.text}</p>
    case 'heading':
      return (
        <p className={`paper-heading paper-heading-${part.level}`} role="heading" aria-level={part.level + 2}>
          {part.number}
          {part.text}
        </p>
      )
    case 'paragraph':
      return (
        <p className={part.indent ? 'paper-paragraph' : 'paper-flat'} style={{ textAlign: part.align === 'left' ? 'justify' : part.align }}>
          <Inlines inlines={part.inlines} />
        </p>
      )
    case 'note':
      return (
        <p className="paper-note">
          <Inlines inlines={part.inlines} />
        </p>
      )
    case 'table':
      return <PaperTable part={part} />
    case 'form':
      return <PaperForm part={part} />
    case 'attachment':
      return (
        <p className="paper-paragraph">
          {part.lead === '' ? '　　　' : part.lead}
          {part.number}
          {part.name}
        </p>
      )
    case 'signer':
      return (
        <p className="paper-signer">
          <span>
            {part.label}
            {part.name}
          </span>
          <span>{part.date}</span>
        </p>
      )
    case 'organ':
    case 'date':
      return <p className="paper-organ">{part.text}</p>
    case 'facts':
      return (
        <div className="paper-facts">
          {part.facts.map(({ label, value }) => (
            <div key={label}>
              {label}：{value}
            </div>
          ))}
        </div>
      )
  }
}

function PaperTable({ part }: { readonly part: Extract<DocumentPart, { kind: 'table' }> }): ReactNode {
  const whole = part.columns.reduce((sum, column) => sum + column.width, 0)
  return (
    <table className="paper-table">
      <thead>
        <tr>
          {part.columns.map((column, index) => (
            <th key={index} style={{ width: `${(column.width / whole) * 100}%` }}>
              {column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {part.rows.map((row, rowIndex) => (
          <tr key={rowIndex}>
            {row.map((cell, index) => (
              <td key={index} style={{ textAlign: part.columns[index]?.align ?? 'left' }}>
                <Inlines inlines={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function PaperForm({ part }: { readonly part: Extract<DocumentPart, { kind: 'form' }> }): ReactNode {
  const widest = Math.max(...part.rows.map((row) => row.length))
  return (
    <table className="paper-table paper-form">
      <tbody>
        {part.rows.map((row, rowIndex) => (
          <tr key={rowIndex}>
            {row.map(({ label, value }, index) => (
              <Fragment key={index}>
                <th scope="row">{label}</th>
                <td colSpan={index === row.length - 1 ? 1 + 2 * (widest - row.length) : 1}>
                  <Inlines inlines={value} />
                </td>
              </Fragment>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
