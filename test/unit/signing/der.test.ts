import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  children,
  DerError,
  encode,
  oid,
  oidText,
  readDer,
  readFirst,
  sequence,
  setOf,
  TAG,
} from '../../../src/main/signing/der.ts'
import { readCertificate } from '../../../src/main/signing/certificate.ts'
import { readCms, UnsupportedCmsError } from '../../../src/main/signing/cms.ts'

const bytes = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, 'hex'))

describe('DER', () => {
  it('what is written is read again, at every length of length', () => {
    for (const length of [0, 1, 127, 128, 255, 256, 65_535, 65_536]) {
      const node = readDer(encode(TAG.octetString, new Uint8Array(length)), TAG.octetString)
      expect(node.content).toHaveLength(length)
    }
  })

  it('object identifiers, as in the standards', () => {
    expect(Buffer.from(oid('1.2.840.113549.1.7.2')).toString('hex')).toBe('06092a864886f70d010702')
    const number = (max: number): fc.Arbitrary<number> => fc.integer({ min: 0, max })
    fc.assert(
      fc.property(number(2), number(39), fc.array(number(2 ** 31), { maxLength: 6 }), (a, b, rest) => {
        const dotted = [a, b, ...rest].join('.')
        expect(oidText(readDer(oid(dotted)))).toBe(dotted)
      }),
    )
  })

  it('a SET OF is in order whatever order it is given in', () => {
    const elements = [oid('1.2.3'), oid('1.2'), encode(TAG.integer, bytes('05'))]
    expect(setOf(...elements)).toEqual(setOf(...elements.toReversed()))
  })

  it.each([
    ['empty', ''],
    ['cut short', '30030201'],
    ['longer than it says', '30030201010000'],
    ['indefinite length', '30800201010000'],
    ['length in two bytes where one will do', '308103020101'],
    ['length with a leading zero', '30820003020101'],
    ['a large tag', '1f8101'],
    ['a length beyond the end', '30847fffffff'],
  ])('refuses what is not canonical: %s', (_, hex) => {
    expect(() => readDer(bytes(hex))).toThrow(DerError)
  })

  it('the first value and the rest', () => {
    const { node, rest } = readFirst(bytes('0201050000'))
    expect(node.content).toEqual(bytes('05'))
    expect(rest).toHaveLength(2)
    expect(children(readDer(sequence(oid('1.2'), oid('1.3'))))).toHaveLength(2)
  })

  it('rubbish as a certificate or a signature is refused, never anything else', () => {
    const rubbish = fc.uint8Array({ maxLength: 200 })
    fc.assert(
      fc.property(rubbish, (content) => {
        expect(() => readCertificate(content)).toThrow(DerError)
        expect(() => readCertificate(sequence(sequence(content)))).toThrow(DerError)
        try {
          readCms(sequence(content))
          return false
        } catch (error) {
          return error instanceof DerError || error instanceof UnsupportedCmsError
        }
      }),
    )
  })
})
