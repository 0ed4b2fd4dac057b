/** The content security policy and the other headers that both shells send with the renderer. */

export interface PolicyOptions {
  /** Fresh for each page; the style sheets that the component library writes at run time carry it. */
  readonly nonce: string
  /** Further addresses that the page may connect to, such as the loopback shell's socket. */
  readonly connect?: readonly string[] | undefined
}

/** No inline script, no inline style without the page's nonce, nothing from elsewhere, no framing, no plug-ins. */
export function contentSecurityPolicy({ nonce, connect = [] }: PolicyOptions): string {
  if (!/^[\w+/=-]{16,}$/.test(nonce)) throw new TypeError('a policy needs a nonce of at least 16 base64 characters')
  return [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self' 'nonce-${nonce}'`,
    `img-src 'self' blob: data:`,
    `font-src 'self' data:`,
    `connect-src ${["'self'", ...connect].join(' ')}`,
    `worker-src 'self'`,
    `manifest-src 'self'`,
    `object-src 'none'`,
    `frame-src 'none'`,
    `frame-ancestors 'none'`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ')
}

export const NONCE_PLACEHOLDER = '__CSP_NONCE__'

/** Writes the page's nonce where the renderer looks for it (`<meta name="csp-nonce">`). */
export function withNonce(html: string, nonce: string): string {
  return html.replaceAll(NONCE_PLACEHOLDER, nonce)
}

/** Headers of every answer that carries a part of the renderer. */
export function securityHeaders(policy: string): Record<string, string> {
  return {
    'Content-Security-Policy': policy,
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-store',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), payment=()',
  }
}
