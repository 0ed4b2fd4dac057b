/** TIFF files made from pixels, as a scanner writes them without compression. */

/** Two files of one page in one: the directory of the second follows that of the first. */
export function tiffOfTwo(first: Uint8Array, second: Uint8Array): Uint8Array {
  const file = Buffer.concat([first, second])
  const moved = first.length + file.readUInt32LE(first.length + 4)
  file.writeUInt32LE(moved, first.length - 4)
  // where its strip stands is told from the beginning of the file
  for (let at = moved + 2; at < file.length - 4; at += 12) if (file.readUInt16LE(at) === 0x111) file.writeUInt32LE(first.length + 8, at + 8)
  return file
}

/** Uncompressed, grey, one strip. */
export function greyTiff(rgba: Uint8ClampedArray, width: number, height: number): Uint8Array {
  const fields: [number, number, number][] = [
    [0x100, 4, width], [0x101, 4, height], [0x102, 3, 8], [0x103, 3, 1], [0x106, 3, 1], [0x111, 4, 8], [0x115, 3, 1], [0x116, 4, height], [0x117, 4, width * height],
  ]
  const file = Buffer.alloc(8 + width * height + 2 + fields.length * 12 + 4)
  file.write('II*\0', 'latin1')
  file.writeUInt32LE(8 + width * height, 4)
  for (let index = 0; index < width * height; index += 1) file[8 + index] = rgba[index * 4]!
  let at = 8 + width * height
  file.writeUInt16LE(fields.length, at)
  at += 2
  for (const [tag, type, value] of fields) {
    file.writeUInt16LE(tag, at)
    file.writeUInt16LE(type, at + 2)
    file.writeUInt32LE(1, at + 4)
    if (type === 3) file.writeUInt16LE(value, at + 8)
    else file.writeUInt32LE(value, at + 8)
    at += 12
  }
  return file
}
