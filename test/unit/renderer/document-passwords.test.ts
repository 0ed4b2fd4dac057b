/** Passwords of evidence: remembered for who typed them, and for nobody after. */
import { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { documentPasswords } from '../../../src/renderer/materials/viewer/document-passwords.ts'
import { become } from '../../../src/renderer/session/become.ts'

test('the newest is tried first, each once, and signing out forgets them all', () => {
  for (const password of ['one', 'two', 'one']) documentPasswords.keep(password)
  expect(documentPasswords.all()).toEqual(['one', 'two'])
  for (let number = 0; number < 50; number += 1) documentPasswords.keep(String(number))
  expect(documentPasswords.all()).toHaveLength(20)
  become(new QueryClient(), null)
  expect(documentPasswords.all()).toEqual([])
})
