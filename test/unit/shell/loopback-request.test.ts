import { describe, expect, it } from 'vitest'
import { cookieValue, isOwnHost, isOwnOrigin, sessionCookie } from '../../../src/shared/shell/loopback-request.ts'

describe('who may talk to the loopback shell', () => {
  it.each(['127.0.0.1:4000', 'localhost:4000'])('%s is its own host', (host) => {
    expect(isOwnHost(host, 4000)).toBe(true)
  })

  it.each([undefined, '', '127.0.0.1', '127.0.0.1:4001', 'localhost.evil:4000', 'evil.example:4000', '127.0.0.1:4000@evil', 'LOCALHOST:4000'])(
    '%s is not (a name made to point here is caught by this)',
    (host) => {
      expect(isOwnHost(host, 4000)).toBe(false)
    },
  )

  it('takes only the page’s own origin', () => {
    expect(isOwnOrigin('http://localhost:4000', 'localhost:4000')).toBe(true)
    for (const origin of [undefined, 'null', 'http://127.0.0.1:4000', 'https://localhost:4000', 'http://localhost:4000.evil']) {
      expect(isOwnOrigin(origin, 'localhost:4000')).toBe(false)
    }
  })

  it('reads its cookie among others and refuses an ambiguous one', () => {
    expect(cookieValue('a=1; session=x=y; b=2', 'session')).toBe('x=y')
    expect(cookieValue('xsession=1', 'session')).toBeUndefined()
    expect(cookieValue('session=1; session=2', 'session')).toBeUndefined()
    expect(cookieValue(undefined, 'session')).toBeUndefined()
  })

  it('hands out a cookie that scripts cannot read and other sites cannot use', () => {
    expect(sessionCookie('session', 'abc')).toBe('session=abc; Path=/; HttpOnly; SameSite=Strict')
  })
})
