/** The features are put together at load: nothing twice, nothing missing, every error with its words. */
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { contract } from '../../../src/shared/contract/contract.ts'
import { joinContracts, method } from '../../../src/shared/contract/method.ts'
import { ERROR_DATA, errorFromJson, FashenError, type ErrorCode } from '../../../src/shared/errors/errors.ts'
import { describeError, ERROR_MESSAGES } from '../../../src/shared/errors/messages.ts'
import { LANGUAGES } from '../../../src/shared/values/languages.ts'
import { joinHandlers } from '../../../src/main/core/handler.ts'
import { handlers } from '../../../src/main/core/all-handlers.ts'

/** Answered by the host: there is no workstation before them. */
const HOST_METHODS = ['station.setUp', 'station.status', 'station.unlock', 'station.unlockWithKeyChain']

describe('joining', () => {
  const described = { 'cases.get': method({ input: z.strictObject({}), allowed: 'signedIn', access: 'read' }).returns<null>() }

  it('a method that two features define throws at load', () => {
    expect(() => joinContracts(described, { 'other.get': described['cases.get'] }, described)).toThrow(/two features define the method cases\.get/)
  })

  it('a method that two features handle throws at load', () => {
    const handler = { 'cases.get': () => null }
    expect(() => joinHandlers(handler, { 'other.get': () => null }, handler)).toThrow(/two features handle the method cases\.get/)
  })

  it('every method has a handler, and every handler a method', () => {
    expect([...handlers.keys(), ...HOST_METHODS].sort()).toEqual(Object.keys(contract).sort())
  })

  it('only what does not write is marked as reading', () => {
    const writing = /(?<!^laws)\.register|\.(add|update|set(?!tings)|reset|change(?!s$)|withdraw|attach|reclassify|remove|accept|return|resubmit|resume|recuse|draw|choose|begin|answer|compose|save|submit|send|approve|sign|recall|import(?!State)|cancel|issue|revoke|caseFile|discard|unlock|unpack|readStaged|readAgain|pause|correct|decide|retire|keep|drop|start|configure|raise|extend|exclude|endExclusion|record(?=[A-Z])|takeBack|askSupplement|takeSupplement|endSupplement|clear|adopt|object|reReview|coordinate|settle(?!d)|archive|merge|suspend|print|propose|carryOut|make|void|publish)/
    for (const [name, { access }] of Object.entries(contract)) {
      expect([name, access]).toEqual([name, writing.test(name) ? 'write' : 'read'])
    }
  })
})

describe('errors', () => {
  const codes = Object.keys(ERROR_DATA) as ErrorCode[]

  it.each(LANGUAGES)('each code has its words in %s, and each place in them is filled from its data', (language) => {
    expect(Object.keys(ERROR_MESSAGES[language]).sort()).toEqual([...codes].sort())
    for (const code of codes) {
      const { what, next } = ERROR_MESSAGES[language][code]
      expect([code, what.trim() === '']).toEqual([code, false])
      const places = [...`${what} ${next ?? ''}`.matchAll(/\{\{(\w+)\}\}/g)].map(([, place]) => place)
      for (const place of places) expect(Object.keys(ERROR_DATA[code]), `${code} {{${place}}}`).toContain(place)
    }
  })

  it('a message in Chinese is Chinese, one in English has no Chinese', () => {
    for (const code of codes) {
      expect([code, /\p{Script=Han}/u.test(ERROR_MESSAGES['zh-CN'][code].what)]).toEqual([code, true])
      expect([code, /\p{Script=Han}/u.test(ERROR_MESSAGES.en[code].what)]).toEqual([code, false])
    }
  })

  it('an error is the same after it crossed a process border', () => {
    const error = new FashenError('conflict', { subject: 'case', id: 'x', expected: 1, actual: 2 })
    const again = errorFromJson(JSON.parse(JSON.stringify(error.toJson())))
    expect(again.toJson()).toEqual(error.toJson())
    expect(describeError(again.toJson(), 'en').what).not.toContain('{{')
    expect(errorFromJson({ code: 'conflict', data: { subject: 1 } }).code).toBe('internal')
    expect(errorFromJson('no').code).toBe('internal')
  })
})
