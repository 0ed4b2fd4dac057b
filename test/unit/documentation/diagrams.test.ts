/** The drawings in the README are those that the state machine draws of itself. */
import { expect, it } from 'vitest'
import { stateDiagram, transferDiagram } from '../../../src/shared/cases/state-machine-diagram.ts'
import { blocksOf, page } from './pages.ts'

const drawings = blocksOf(page('README.md'), 'mermaid')

it('the README draws the states of a case as they are', () => {
  expect(drawings[0]).toBe(stateDiagram())
})

it('the README draws the transfer track as it is', () => {
  expect(drawings[1]).toBe(transferDiagram())
})
