/** A paper that was made because somebody asked for it, and belongs to no case. */
export const PAPER_FORMATS = ['pdf', 'docx'] as const
export type PaperFormat = (typeof PAPER_FORMATS)[number]

/** To be fetched by its reference. `size` in bytes. */
export interface MadePaper {
  readonly reference: string
  readonly name: string
  readonly size: number
}
