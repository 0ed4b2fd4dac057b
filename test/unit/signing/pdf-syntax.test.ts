import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  PdfParser,
  PdfSyntaxError,
  textOf,
  writtenDictionary,
  writtenText,
  type PdfValue,
} from '../../../src/main/signing/pdf-syntax.ts'

const parse = (text: string): PdfValue => new PdfParser(Buffer.from(text, 'latin1'), 0).value()
const stringOf = (text: string): string => {
  const value = parse(text)
  return value.kind === 'string' ? Buffer.from(value.bytes).toString('latin1') : `not a string: ${value.kind}`
}

describe('PDF objects', () => {
  it.each([
    ['(a(b)c)', 'a(b)c'],
    [String.raw`(\(\\\)\n\101\53)`, '(\\)\nA+'],
    ['(a\\\nb)', 'ab'],
    ['<48 65 6C6c 6F>', 'Hello'],
    ['<487>', 'Hp'],
  ])('string %j', (written, meant) => {
    expect(stringOf(written)).toBe(meant)
  })

  it('numbers, references, names and nesting, each with its own bytes', () => {
    const value = parse('<< /A#20B [1 0 R -.5 12 0 /N#23 true null] % comment\n /C << /D (x) >> >> rest')
    if (value.kind !== 'dictionary') throw new Error('dictionary expected')
    const items = value.entries.get('A B')
    expect(items?.kind === 'array' ? items.items.map(({ kind }) => kind) : []).toEqual([
      'reference', 'number', 'number', 'number', 'name', 'boolean', 'null',
    ])
    expect(Buffer.from(value.entries.get('C')?.raw ?? []).toString('latin1')).toBe('<< /D (x) >>')
    expect(value.raw).toHaveLength('<< /A#20B [1 0 R -.5 12 0 /N#23 true null] % comment\n /C << /D (x) >> >>'.length)
  })

  it('a dictionary with changes keeps the bytes of everything else', () => {
    const value = parse('<</A (\\(x)/B 1 0 R/C#20D [<< /E <00> >>]>>')
    if (value.kind !== 'dictionary') throw new Error('dictionary expected')
    const written = writtenDictionary(value, { B: '2 0 R', New: '7' }).toString('latin1')
    expect(written).toBe('<<\n/A (\\(x)\n/C#20D [<< /E <00> >>]\n/B 2 0 R\n/New 7\n>>')
  })

  it('text strings come back as they were, whatever the characters', () => {
    expect(textOf(parse('(plain)'))).toBe('plain')
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 50 }), (text) => {
        expect(textOf(parse(writtenText(text)), 10_000)).toBe(text)
      }),
    )
  })

  const broken = ['<< /A 1 /A 2 >>', '<< /A >>', '<< / 1 2 >>', '[1 2', '(abc', '<zz>', '<48', '--1', 'obj', '']
  it.each([...broken, '['.repeat(1000)])('refuses %j', (text) => {
    expect(() => parse(text)).toThrow(PdfSyntaxError)
  })

  it('rubbish is refused with a syntax error, never anything else', () => {
    const piece = fc.constantFrom('<<', '>>', ...'[]()<>/%\\1 \nR0#a')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        try {
          parse(pieces.join(''))
          return true
        } catch (error) {
          return error instanceof PdfSyntaxError
        }
      }),
      { numRuns: 2000 },
    )
  })
})
