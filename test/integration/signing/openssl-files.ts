/** Certificate files as other people's programs make them, by the `openssl` command line. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

function runs(command: string, argument: string): boolean {
  try {
    execFileSync(command, [argument], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

export const HAS_OPENSSL = runs('openssl', 'version')
export const HAS_PDFSIG = runs('pdfsig', '-v')
export const HAS_PDFTOPPM = runs('pdftoppm', '-v')

/** Runs `work` in a temporary folder that is gone afterwards. */
export function inTemporaryFolder<Result>(work: (folder: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), 'fashen-signing-'))
  try {
    return work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export interface Pkcs12Request {
  /** Arguments of `openssl req` that make the key, for instance `-newkey rsa:2048`. */
  readonly newKey: readonly string[]
  readonly subject: string
  readonly days?: number
  readonly password: string
  /** Arguments of `openssl pkcs12 -export`, for instance `-legacy`. */
  readonly exportOptions?: readonly string[]
}

export const RSA_2048 = ['-newkey', 'rsa:2048'] as const
export const EC = (curve: string): string[] => ['-newkey', 'ec', '-pkeyopt', `ec_paramgen_curve:${curve}`]

/** A PKCS#12 file with a self-signed certificate, and that certificate. */
export function makePkcs12(request: Pkcs12Request): { pkcs12: Uint8Array; certificateDer: Uint8Array } {
  return inTemporaryFolder((folder) => {
    const [key, certificate, file] = ['key.pem', 'certificate.pem', 'file.p12'].map((name) => join(folder, name))
    if (key === undefined || certificate === undefined || file === undefined) throw new Error('paths')
    const openssl = (...args: string[]): Buffer => execFileSync('openssl', args, { stdio: ['ignore', 'pipe', 'pipe'] })
    const days = String(request.days ?? 400)
    openssl('req', '-x509', '-utf8', ...request.newKey, '-nodes', '-keyout', key, '-out', certificate, '-days', days,
      '-subj', request.subject)
    openssl('pkcs12', '-export', ...(request.exportOptions ?? []), '-inkey', key, '-in', certificate, '-out', file,
      '-passout', `pass:${request.password}`)
    return { pkcs12: readFileSync(file), certificateDer: openssl('x509', '-in', certificate, '-outform', 'DER') }
  })
}

/** What `openssl verify` says about a certificate under a root, both DER; its output, for the test's message. */
export function opensslVerify(rootDer: Uint8Array, certificateDer: Uint8Array): string {
  return inTemporaryFolder((folder) => {
    const pem = (name: string, der: Uint8Array): string => {
      const path = join(folder, name)
      const text = Buffer.from(der).toString('base64').replaceAll(/.{64}(?=.)/g, '$&\n')
      writeFileSync(path, `-----BEGIN CERTIFICATE-----\n${text}\n-----END CERTIFICATE-----\n`)
      return path
    }
    const args = ['verify', '-x509_strict', '-CAfile', pem('root.pem', rootDer), pem('person.pem', certificateDer)]
    return execFileSync('openssl', args, { encoding: 'utf8' })
  })
}

/** What poppler's `pdfsig` prints about a PDF. It exits with an error where a signature does not hold. */
export function pdfsig(pdf: Uint8Array): string {
  return inTemporaryFolder((folder) => {
    const file = join(folder, 'document.pdf')
    writeFileSync(file, pdf)
    try {
      return execFileSync('pdfsig', [file], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
    } catch (error) {
      return error instanceof Error && 'stdout' in error ? String(error.stdout) : ''
    }
  })
}

/** A page as grey pixels, one byte each, at 72 per inch: a point is a pixel. */
export function greyPixels(pdf: Uint8Array, page: number): { width: number; height: number; pixels: Uint8Array } {
  return inTemporaryFolder((folder) => {
    const file = join(folder, 'document.pdf')
    writeFileSync(file, pdf)
    const args = ['-r', '72', '-gray', '-f', String(page), '-singlefile', file, join(folder, 'page')]
    execFileSync('pdftoppm', args, { stdio: 'ignore' })
    const image = readFileSync(join(folder, 'page.pgm'))
    const header = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(image.subarray(0, 64).toString('latin1'))
    if (header === null) throw new Error('no PGM image')
    return { width: Number(header[1]), height: Number(header[2]), pixels: image.subarray(header[0].length) }
  })
}
