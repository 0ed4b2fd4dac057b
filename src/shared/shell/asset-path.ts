/** Turns the path of a request into the file of the renderer that it names, and never into another one. */

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  map: 'application/json; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  ico: 'image/x-icon',
  ttf: 'font/ttf',
  otf: 'font/otf',
  woff: 'font/woff',
  woff2: 'font/woff2',
  wasm: 'application/wasm',
  bcmap: 'application/octet-stream',
  pfb: 'application/octet-stream',
  icc: 'application/vnd.iccprofile',
}

const PAGE = 'index.html'

function extensionOf(segment: string): string {
  const dot = segment.lastIndexOf('.')
  return dot <= 0 ? '' : segment.slice(dot + 1).toLowerCase()
}

/**
 * The file, relative to the renderer's folder with `/` between its parts, that a request path names; `undefined`
 * where it names nothing that could be one. A path without an extension is a place inside the application, which
 * the page itself shows.
 *
 * @param pathname the path as it stands in the address, still percent-encoded
 */
export function assetPath(pathname: string): string | undefined {
  let decoded: string
  try {
    decoded = decodeURIComponent(pathname)
  } catch {
    return undefined
  }
  // A backslash or a colon is a separator or a drive on Windows; control characters are in no file of ours.
  if (!decoded.startsWith('/') || /[\\:\p{Cc}]/u.test(decoded)) return undefined
  const segments = decoded.slice(1).split('/')
  if (segments.at(-1) === '') segments.pop()
  if (segments.some((segment) => segment === '' || segment.startsWith('.') || /[. ]$/.test(segment))) return undefined
  const last = segments.at(-1)
  if (last === undefined || extensionOf(last) === '') return PAGE
  return segments.join('/')
}

/** The media type to send a file of the renderer with; `undefined` for a kind that the renderer does not have. */
export function mediaTypeOf(path: string): string | undefined {
  const name = path.split('/').at(-1) ?? ''
  const extension = extensionOf(name)
  return Object.hasOwn(MEDIA_TYPES, extension) ? MEDIA_TYPES[extension] : undefined
}
