import { describe, expect, it } from 'vitest'
import { isAppUrl, isRequestAllowed, STAND_IN_ORIGIN } from '../../../src/shared/shell/app-origin.ts'

describe('the application’s origin', () => {
  it.each(['fashen://app/', 'fashen://app/index.html', 'fashen://app/cases/1#x'])('%s is a page of the application', (url) => {
    expect(isAppUrl(url)).toBe(true)
  })

  it.each([
    'fashen://other/',
    'fashen://app.evil/',
    'fashen://user@app/',
    'https://app/',
    'file:///etc/passwd',
    'about:blank',
    'http://localhost:5173/',
    'javascript:alert(1)',
    'app',
    '',
  ])('%s is not', (url) => {
    expect(isAppUrl(url)).toBe(false)
  })

  it('counts the development server only where there is one', () => {
    expect(isAppUrl('http://localhost:5173/x', 'http://localhost:5173')).toBe(true)
    expect(isAppUrl('http://localhost:5174/x', 'http://localhost:5173')).toBe(false)
  })
})

describe('a request of the page', () => {
  it.each(['fashen://app/assets/a.js', 'blob:fashen://app/1', 'data:text/plain,x'])('%s stays inside and is let through', (url) => {
    expect(isRequestAllowed(url)).toBe(true)
  })

  it.each([
    'http://127.0.0.1/',
    'https://example.org/',
    'ws://localhost:1/',
    'wss://example.org/',
    'ftp://example.org/',
    'file:///etc/passwd',
    'devtools://devtools/x.html',
    'chrome-extension://x/y',
    'fashen://other/',
    'https://app.fashen.invalid/',
    'nonsense',
  ])('%s is refused', (url) => {
    expect(isRequestAllowed(url)).toBe(false)
  })

  it('reaches the development server and its socket while developing, and nothing else', () => {
    const dev = 'http://localhost:5173'
    expect(isRequestAllowed('ws://localhost:5173/hmr', dev)).toBe(true)
    expect(isRequestAllowed('devtools://devtools/x.html', dev)).toBe(true)
    expect(isRequestAllowed('ws://localhost:5174/', dev)).toBe(false)
    expect(isRequestAllowed('https://example.org/', dev)).toBe(false)
  })

  it('reaches the stand-in origin and no socket, where that is in use', () => {
    expect(isRequestAllowed(`${STAND_IN_ORIGIN}/a.js`, STAND_IN_ORIGIN)).toBe(true)
    expect(isRequestAllowed('ws://app.fashen.invalid/', STAND_IN_ORIGIN)).toBe(false)
    expect(isRequestAllowed('devtools://devtools/x.html', STAND_IN_ORIGIN)).toBe(false)
    expect(isRequestAllowed('https://example.org/', STAND_IN_ORIGIN)).toBe(false)
  })
})
