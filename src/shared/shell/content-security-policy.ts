/** The content security policy and the other headers that both shells send with the renderer. */

export interface PolicyOptions {
  /** Fresh for each page; the style sheets that the component library writes at run time carry it. */
  readonly nonce: string
  /** Further addresses that the page may connect to, such as the loopback shell's socket. */
  readonly connect?: readonly string[] | undefined
  /**
   * The file is the PDF worker, which runs under the policy that it is sent with: it may compile its own WebAssembly
   * decoders (JBIG2, CCITT and JPEG 2000: the formats of scanned papers). The page itself may not.
   */
  readonly decoder?: boolean | undefined
}

/** No inline script, no inline style without the page's nonce, nothing from elsewhere, no framing, no plug-ins. */
export function contentSecurityPolicy({ nonce, connect = [], decoder = false }: PolicyOptions): string {
  if (!/^[\w+/=-]{16,}$/.test(nonce)) throw new TypeError('a policy needs a nonce of at least 16 base64 characters')
  return [
    `default-src 'none'`,
    `script-src 'self'${decoder ? " 'wasm-unsafe-eval'" : ''}`,
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

/** Whether a file of the renderer (path below its folder) is the worker that decodes PDFs. */
export function isDecoder(asset: string): boolean {
  return /^assets\/pdf\.worker[\w.-]*\.mjs$/.test(asset)
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
