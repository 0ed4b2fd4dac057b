/** In which volume of the archived file a paper stands (案卷正卷、副卷), by its kind. */
import { z } from 'zod'
import { FORM_IDS } from '../forms/form-ids.ts'
import { bilingualSchema } from '../values/values.ts'
import { row, rowIdSchema } from './row.ts'

export const FILE_VOLUMES = ['main', 'secondary'] as const
/** 正卷: what went to the party, and evidence. 副卷: what stays inside the agency; it is not shown to who looks into the file. */
export type FileVolume = (typeof FILE_VOLUMES)[number]

/** Papers that the station makes beside the companion forms. */
export const MADE_PAPERS = ['opinion', 'masked', 'publicationProof'] as const
export type MadePaperKind = (typeof MADE_PAPERS)[number]

export const fileVolumeSchema = row({
  /** Place in the file: 正卷 and 副卷 each in the order of these. */
  order: z.int().min(1),
  name: bilingualSchema,
  note: bilingualSchema,
  volume: z.enum(FILE_VOLUMES),
  /** Kinds of document (文书种类) as they are read in the papers. */
  documents: z.array(rowIdSchema),
  /** Kinds of material (送审材料) as they are handed in; they count where no document was recognised. */
  materials: z.array(rowIdSchema),
  /** Words in the name of a file whose document was not recognised. */
  titles: z.array(z.string().trim().min(2).max(20)),
  forms: z.array(z.enum(FORM_IDS)),
  made: z.array(z.enum(MADE_PAPERS)),
})
export type FileVolumeRow = z.infer<typeof fileVolumeSchema>

/** The kind of whatever nobody classified. */
const OTHER = 'other'

export interface FiledPaper {
  /** Of the first document that was recognised in it; null where nothing was. */
  readonly document: string | null
  readonly material: string
  readonly name: string
}

/** The row that a paper of the case stands under: what was read in it goes before its name, its name before what it was handed in as. */
export function volumeOfPaper(rows: readonly FileVolumeRow[], { document, material, name }: FiledPaper): FileVolumeRow {
  const read = document === null || document === OTHER ? undefined : rows.find(({ documents }) => documents.includes(document))
  const named = (): FileVolumeRow | undefined => rows.find(({ titles }) => titles.some((words) => name.includes(words)))
  const handedIn = (): FileVolumeRow | undefined => (material === OTHER ? undefined : rows.find(({ materials }) => materials.includes(material)))
  return read ?? named() ?? handedIn() ?? required(rows.find(({ documents }) => documents.includes(OTHER)))
}

/** The row of a form that was made; undefined for a leaf of the file itself (封面、目录、备考表), which is not listed. */
export function volumeOfForm(rows: readonly FileVolumeRow[], form: (typeof FORM_IDS)[number]): FileVolumeRow | undefined {
  return rows.find(({ forms }) => forms.includes(form))
}

export function volumeOfMade(rows: readonly FileVolumeRow[], kind: MadePaperKind): FileVolumeRow {
  return required(rows.find(({ made }) => made.includes(kind)))
}

/** The catalogue was checked when it was loaded. */
function required(found: FileVolumeRow | undefined): FileVolumeRow {
  if (found === undefined) throw new Error('the catalogue says of no volume that other papers stand there')
  return found
}
