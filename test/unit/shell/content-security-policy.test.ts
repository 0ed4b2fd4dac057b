import { describe, expect, it } from 'vitest'
import {
  contentSecurityPolicy,
  isDecoder,
  NONCE_PLACEHOLDER,
  securityHeaders,
  withNonce,
} from '../../../src/shared/shell/content-security-policy.ts'

const nonce = 'abcdefghijklmnopqrstuvwx'

function directives(policy: string): Record<string, string[]> {
  return Object.fromEntries(policy.split('; ').map((part) => [part.split(' ')[0], part.split(' ').slice(1)]))
}

describe('the content security policy', () => {
  it('lets only own scripts run and only styles with the nonce of the page', () => {
    const policy = directives(contentSecurityPolicy({ nonce }))
    expect(policy['default-src']).toEqual(["'none'"])
    expect(policy['script-src']).toEqual(["'self'"])
    expect(policy['style-src']).toEqual(["'self'", `'nonce-${nonce}'`])
    expect(policy['connect-src']).toEqual(["'self'"])
    for (const name of ['object-src', 'frame-src', 'frame-ancestors', 'base-uri', 'form-action']) {
      expect(policy[name]).toEqual(["'none'"])
    }
  })

  it('never allows inline code, evaluation or a whole scheme or host', () => {
    const policy = contentSecurityPolicy({ nonce, connect: ['ws://127.0.0.1:1234'] })
    expect(policy).not.toMatch(/unsafe|https?:|\*/)
    expect(directives(policy)['connect-src']).toEqual(["'self'", 'ws://127.0.0.1:1234'])
  })

  it('lets the PDF worker, and nothing else, compile the decoders of scanned pages', () => {
    expect(contentSecurityPolicy({ nonce, decoder: true })).toContain("script-src 'self' 'wasm-unsafe-eval';")
    expect(isDecoder('assets/pdf.worker.min-C8PGFc0r.mjs')).toBe(true)
    for (const other of ['index.html', 'assets/index.js', 'pdf.worker.mjs', 'assets/pdf.worker.mjs.html', 'assets/x/pdf.worker.mjs']) {
      expect(isDecoder(other), other).toBe(false)
    }
  })

  it.each(['', 'short', `abcdefghijklmnop'; script-src *`, 'abcdefghijklmnop\r\nX: y'])('refuses the nonce %j', (bad) => {
    expect(() => contentSecurityPolicy({ nonce: bad })).toThrow(TypeError)
  })

  it('is sent with headers that keep the page out of caches, frames and other origins', () => {
    expect(securityHeaders('policy')).toMatchObject({
      'Content-Security-Policy': 'policy',
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'no-referrer',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Resource-Policy': 'same-origin',
    })
  })

  it('puts the nonce where the renderer reads it', () => {
    expect(withNonce(`<meta name="csp-nonce" content="${NONCE_PLACEHOLDER}">`, nonce)).toBe(`<meta name="csp-nonce" content="${nonce}">`)
  })
})
