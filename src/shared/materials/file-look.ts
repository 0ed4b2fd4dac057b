/** What a stored file is by its content, and how much of it is given at once. */

/** Most bytes that one call gives of a file, in all its pieces: four chunks of the file store. */
export const LARGEST_PIECE = 1024 ** 2
/** Most pieces of a file in one call: a viewer that looks for the pages of a long PDF asks for one from each. */
export const MOST_PIECES = 256

/** What a file is by its content. `empty` has no bytes; `other` is nothing that is known here. */
export const FILE_FORMATS = [
  'pdf', 'picture', 'tiff', 'docx', 'xlsx', 'text', 'html', 'svg', 'officeOld', 'officeEncrypted', 'ofd', 'archive', 'media', 'empty', 'other',
] as const
export type FileFormat = (typeof FILE_FORMATS)[number]

/** What the first look at a file tells, without reading all of it. */
export interface FileLook {
  readonly name: string
  readonly mediaType: string
  /** Bytes. */
  readonly size: number
  readonly format: FileFormat
  /** What the ending of the name promises, such as `PDF`, where the content is something else. */
  readonly promised: string | null
  /** In pixels, as the header of a picture says; null where it does not tell. */
  readonly picture: { readonly width: number; readonly height: number } | null
  /** An Office file that carries macros (宏). They are never run. */
  readonly macros: boolean
}
