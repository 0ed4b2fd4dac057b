import { expect, test } from 'vitest'
import { matchingChoices } from '../../../src/renderer/ui/choice-field.tsx'

const PEOPLE = [
  { value: 'guxiaolan', name: '顾晓岚', detail: '' },
  { value: 'hewenbo', name: '贺文博', detail: '' },
]

test('who signs in is found by a part of the name or of the login, in any case', () => {
  const found = (typed: string) => matchingChoices(PEOPLE, typed).map(({ value }) => value)
  expect(found('')).toEqual(['guxiaolan', 'hewenbo'])
  expect(found(' 文博 ')).toEqual(['hewenbo'])
  expect(found('GUX')).toEqual(['guxiaolan'])
  expect(found('nobody')).toEqual([])
})
