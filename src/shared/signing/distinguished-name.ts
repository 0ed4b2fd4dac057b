/**
 * Names in certificates (甄别名, distinguished name) for people to read. The text is that of RFC 4514, most specific
 * part first: `serialNumber=…,CN=顾晓岚,O=岚清市生态环境局,C=CN`.
 */

export interface ReadableName {
  /** 姓名: the common name; the organisation, else the whole text, where there is none. */
  readonly name: string
  /** 单位: the organisation, where it is not the name already. */
  readonly organisation: string | null
  /** 部门: the unit within the organisation. */
  readonly unit: string | null
  /** The number that the issuer gave the person (RFC 4519 `serialNumber`); not the serial number of the certificate. */
  readonly personNumber: string | null
}

const PART = /^\s*([A-Za-z][A-Za-z0-9-]*|\d+(?:\.\d+)*)\s*=\s*([\s\S]*)$/

/** Pieces between separators that no backslash protects; some programs write semicolons (RFC 2253). */
function pieces(text: string): string[] {
  const found = ['']
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? ''
    if (character === '\\' && at + 1 < text.length) {
      at += 1
      found[found.length - 1] += text[at] ?? ''
    } else if (character === ',' || character === ';') {
      found.push('')
    } else {
      found[found.length - 1] += character
    }
  }
  return found
}

/** @param text a distinguished name; anything else comes back as the name. */
export function readableName(text: string): ReadableName {
  const parts = new Map<string, string>()
  for (const piece of pieces(text)) {
    const [, key, value] = PART.exec(piece) ?? []
    const name = key?.toUpperCase()
    if (name !== undefined && value !== undefined && value.trim() !== '' && !parts.has(name)) parts.set(name, value.trim())
  }
  const part = (key: string): string | null => parts.get(key) ?? null
  const name = part('CN') ?? part('O') ?? text
  const organisation = part('O')
  return { name, organisation: organisation === name ? null : organisation, unit: part('OU'), personNumber: part('SERIALNUMBER') }
}

/** 序列号: hexadecimal digits in groups of four, which can be read out and compared. */
export function groupedSerial(serial: string): string {
  return serial.toUpperCase().replaceAll(/(?<=^(?:[0-9A-F]{4})+)(?=[0-9A-F])/g, ' ')
}
