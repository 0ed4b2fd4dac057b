/**
 * Confirming: only before what cannot be undone, by one dialog whose dangerous button has neither the focus nor Enter.
 * Every other dangerous button is named here, with what takes it back or what it opens.
 */
import { expect, test } from 'vitest'
import { lineOf, nodesOf, windowSources, type SyntaxNode } from './tsx-sources.ts'

/** Dialogs that may hold a dangerous button that acts, and the buttons elsewhere with why they ask nothing. */
const DANGEROUS: Readonly<Record<string, string>> = {
  'ui/confirm-modal.tsx': 'the dialog that asks',
  'ui/confirm-reason-modal.tsx': 'the dialog that asks for a reason, which has the focus',
  'accountability/destructions-panel.tsx': 'opens the dialog that asks for a reason',
  'accountability/register-panels.tsx': 'opens the dialog that asks for a reason',
  'accountability/retention-panels.tsx': 'opens the form of a proposal, which another person decides',
  'backup/backup-panel.tsx': 'stops a backup, which can be begun again',
  'catalogue/overlay-list.tsx': 'opens the dialog that asks for a reason',
  'forms/made-forms.tsx': 'opens the dialog that asks for a reason',
  'signing/certificates-page.tsx': 'opens the dialog that asks for a reason',
  'signing/kept-picture.tsx': 'opens the dialog that asks',
}

/** Where something is lost for good. A new one is weighed here. */
const ASKING = ['cases/register-case.tsx', 'discretion/benchmark-panel.tsx', 'evaluation/score-sheet.tsx', 'signing/kept-picture.tsx']

const nameOf = (node: unknown): string => {
  const { type, name, object, property } = node as { type: string; name?: string; object?: unknown; property?: unknown }
  if (type === 'MemberExpression') return `${nameOf(object)}.${nameOf(property)}`
  return name ?? ''
}
const attributesOf = (element: SyntaxNode): ReadonlyMap<string, unknown> =>
  new Map((element['attributes'] as SyntaxNode[]).map((attribute) => [nameOf(attribute['name'] ?? attribute), attribute['value']]))
const textOf = (value: unknown): unknown => (value as { value?: unknown } | null)?.value

/** What is wrong in one source; nothing where it keeps to the rules. */
function faultsOf(name: string, text: string): string[] {
  const faults: string[] = []
  for (const node of nodesOf(name, text)) {
    const at = (what: string): void => void faults.push(`${name}:${lineOf(text, node)} ${what}`)
    if (node.type === 'CallExpression' && /(^|\.)confirm$/.test(nameOf(node['callee'])) && nameOf(node['callee']).includes('.')) at('asks by a dialog of its own')
    if (node.type === 'JSXIdentifier' && node['name'] === 'Popconfirm') at('asks by a dialog of its own')
    if (node.type === 'Property' && nameOf(node['key']) === 'danger' && !name.startsWith('ui/confirm')) at('has a dangerous entry or button by its options')
    if (node.type !== 'JSXOpeningElement') continue
    const attributes = attributesOf(node)
    if (!attributes.has('danger')) continue
    if (!(name in DANGEROUS)) at('has a dangerous button that is not named in the list')
    if (attributes.has('autoFocus') || textOf(attributes.get('htmlType')) === 'submit' || textOf(attributes.get('type')) === 'primary') at('has a dangerous button that is the default')
  }
  return faults
}

/** Sources that can break a rule at all: parsing them all takes its time. */
const suspects = () => windowSources().filter(({ text }) => /danger|onfirm/u.test(text))

test('no screen asks by a dialog of its own, and no dangerous button is the default', () => {
  expect(suspects().flatMap(({ name, text }) => faultsOf(name, text))).toEqual([])
})

test('each way to break the rules is seen', () => {
  const seen = (text: string, name = 'cases/example.tsx'): number => faultsOf(name, text).length
  expect(seen(`void modal.confirm({ title: 'x' })`)).toBe(1)
  expect(seen(`Modal.confirm({ title: 'x' })`)).toBe(1)
  expect(seen(`if (window.confirm('x')) go()`)).toBe(1)
  expect(seen(`const a = <Popconfirm title="x"><b /></Popconfirm>`)).toBeGreaterThan(0)
  expect(seen(`const a = <Button danger onClick={() => go(1 > 0)} />`)).toBe(1)
  expect(seen(`const a = <Modal okButtonProps={{ danger: true }} />`)).toBe(1)
  expect(seen(`const a = <Button danger autoFocus />`, 'ui/confirm-modal.tsx')).toBe(1)
  expect(seen(`const a = <Button danger type="primary" />`, 'ui/confirm-modal.tsx')).toBe(1)
  expect(seen(`const a = <Button danger htmlType="submit" />`, 'ui/confirm-modal.tsx')).toBe(1)
  expect(seen(`const confirm = () => 1; confirm(); const a = <Button autoFocus />`)).toBe(0)
})

test('what asks is what cannot be taken back, and every named button is there', () => {
  const sources = suspects()
  const asking = sources.filter(({ text }) => text.includes('<ConfirmModal')).map(({ name }) => name)
  expect(asking.toSorted()).toEqual(ASKING)
  const dangerous = sources.filter(({ name, text }) => nodesOf(name, text).some((node) => node.type === 'JSXOpeningElement' && attributesOf(node).has('danger')))
  expect(dangerous.map(({ name }) => name).toSorted()).toEqual(Object.keys(DANGEROUS).toSorted())
})

test('the dialog that asks puts the focus on the button that does nothing', () => {
  const dialog = windowSources().find(({ name }) => name === 'ui/confirm-modal.tsx')
  expect(dialog?.text).toMatch(/<Button autoFocus onClick=\{onClose\}>/)
})
