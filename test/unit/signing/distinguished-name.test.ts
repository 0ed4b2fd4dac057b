import { describe, expect, it } from 'vitest'
import { groupedSerial, readableName } from '../../../src/shared/signing/distinguished-name.ts'

describe('a name in a certificate', () => {
  it('is told by holder, organisation and number', () => {
    expect(readableName('serialNumber=019a7c,CN=顾晓岚,O=岚清市生态环境局,C=CN')).toEqual({
      name: '顾晓岚',
      organisation: '岚清市生态环境局',
      unit: null,
      personNumber: '019a7c',
    })
  })

  it('keeps commas and signs that belong to it', () => {
    expect(readableName('CN=Zhou\\, Min,OU=Law \\+ Order,O=A\\;B')).toMatchObject({ name: 'Zhou, Min', unit: 'Law + Order', organisation: 'A;B' })
  })

  it('is the organisation where no person is named, once', () => {
    expect(readableName('O=岚清市生态环境局; C=CN')).toMatchObject({ name: '岚清市生态环境局', organisation: null })
    expect(readableName('O=甲,CN=甲')).toMatchObject({ name: '甲', organisation: null })
  })

  it.each(['', '周敏', 'CN=', '1.2.3.4=ab'])('that is none (%j) is shown as it is', (text) => {
    expect(readableName(text)).toEqual({ name: text, organisation: null, unit: null, personNumber: null })
  })
})

it('a serial number stands in groups that can be compared', () => {
  expect(groupedSerial('4f0a1b2c3d')).toBe('4F0A 1B2C 3D')
  expect(groupedSerial('01')).toBe('01')
})
