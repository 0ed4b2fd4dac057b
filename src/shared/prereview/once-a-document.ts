/**
 * What a rule finds out about a document's words, found out once: the same document comes again at every run
 * (see `build-case-file.ts`), and a document never changes. Only for what follows from the document and the key alone.
 */
import type { CaseDocument } from './case-file.ts'

export function onceADocument<Value>(
  findOut: (document: CaseDocument) => Value,
): (document: CaseDocument) => Value {
  const known = new WeakMap<CaseDocument, { readonly value: Value }>()
  return (document) => {
    const before = known.get(document)
    if (before !== undefined) return before.value
    const value = findOut(document)
    known.set(document, { value })
    return value
  }
}

/** The same for what is asked of a document by some words: a name, a number. */
export function onceADocumentAnd<Value>(
  findOut: (document: CaseDocument, key: string) => Value,
): (document: CaseDocument, key: string) => Value {
  const ofDocument = onceADocument((): Map<string, { readonly value: Value }> => new Map())
  return (document, key) => {
    const known = ofDocument(document)
    const before = known.get(key)
    if (before !== undefined) return before.value
    const value = findOut(document, key)
    known.set(key, { value })
    return value
  }
}
