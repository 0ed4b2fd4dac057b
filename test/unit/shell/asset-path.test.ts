import fc from 'fast-check'
import { posix, win32 } from 'node:path'
import { describe, expect, it } from 'vitest'
import { assetPath, mediaTypeOf } from '../../../src/shared/shell/asset-path.ts'

describe('the path of a request', () => {
  it.each([
    ['/', 'index.html'],
    ['/cases/019a/review', 'index.html'],
    ['/cases/', 'index.html'],
    ['/assets/index-CJk.js', 'assets/index-CJk.js'],
    ['/assets/%E5%AE%8B%E4%BD%93.woff2', 'assets/宋体.woff2'],
  ])('%s names %s', (pathname, file) => {
    expect(assetPath(pathname)).toBe(file)
  })

  it.each([
    '/../package.json',
    '/%2e%2e/package.json',
    '/assets/..%2f..%2fpackage.json',
    '/assets/%5c..%5cpackage.json',
    '/C:/windows/win.ini',
    '/a%00.js',
    '/.git/config',
    '//etc/passwd.txt',
    '/assets/index.js.',
    '/assets/index.js%20',
    '/%ff',
    'assets/index.js',
  ])('%s names nothing', (pathname) => {
    expect(assetPath(pathname)).toBeUndefined()
  })

  it('never names anything outside the folder, on any system', () => {
    const piece = fc.constantFrom('..', '.', '%2e%2e', '%2f', '%5c', '/', '\\', 'a', 'b.js', 'C:', '%00', ' ', '%252e%252e')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const file = assetPath(`/${pieces.join('/')}`)
        if (file === undefined) return
        expect(posix.resolve('/app', file).startsWith('/app/')).toBe(true)
        expect(win32.resolve('C:\\app', file).startsWith('C:\\app\\')).toBe(true)
      }),
    )
  })

  it('has a media type for what the renderer is made of and none for anything else', () => {
    expect(mediaTypeOf('assets/a.js')).toBe('text/javascript; charset=utf-8')
    expect(mediaTypeOf('index.html')).toBe('text/html; charset=utf-8')
    expect(mediaTypeOf('station.db')).toBeUndefined()
    expect(mediaTypeOf('a.constructor')).toBeUndefined()
  })
})
