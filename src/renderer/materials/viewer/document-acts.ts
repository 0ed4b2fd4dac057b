/** Taking something out of a document: its words, a print of it. */
import { App } from 'antd'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { useCallback, type RefObject } from 'react'
import { useLanguage } from '../../language/language.ts'
import { useCallOnce } from '../../transport/calls.ts'
import { useErrorToast } from '../../ui/error-toast.ts'
import { pageText, readPages } from './paged-words.ts'

interface Source {
  readonly frame: RefObject<HTMLElement | null>
  readonly pdf: PDFDocumentProxy | null
  readonly materialId: string | null
}

/** Words of one page, or of all where `page` is null. */
async function textOf({ frame, pdf, materialId }: Source, call: ReturnType<typeof useCallOnce>, page: number | null): Promise<string> {
  const papers = [...(frame.current?.querySelectorAll<HTMLElement>('.evidence-paper') ?? [])]
  if (papers.length > 0) return papers.map((paper) => paper.innerText).join('\n\n')
  const read = await readPages(call, materialId)
  if (read !== undefined) return read.filter(({ number }) => page === null || pdf === null || number === page).map(({ text }) => text).join('\n\n')
  if (pdf === null) return ''
  const texts: string[] = []
  for (let number = page ?? 1; number <= (page ?? pdf.numPages); number += 1) texts.push(await pageText(pdf, number))
  return texts.join('\n\n')
}

export interface CopyText {
  readonly selection: () => void
  /** Of one page; null: of the whole document. */
  readonly text: (page: number | null) => void
}

export function useCopyText(source: Source): CopyText {
  const { t } = useLanguage()
  const { message } = App.useApp()
  const toast = useErrorToast()
  const call = useCallOnce()
  const { frame, pdf, materialId } = source
  const put = useCallback(
    async (text: string, nothing: 'nothing' | 'noSelection' = 'nothing'): Promise<void> => {
      if (text.trim() === '') {
        void message.info(t(`materials:copy.${nothing}`))
        return
      }
      await navigator.clipboard.writeText(text).then(
        () => message.success(t('materials:copy.done', { count: [...text.replaceAll(/\s/gu, '')].length })),
        () => message.warning(t('materials:copy.refused')),
      )
    },
    [message, t],
  )
  return {
    selection: useCallback(() => void put(document.getSelection()?.toString() ?? '', 'noSelection'), [put]),
    text: useCallback((page) => void textOf({ frame, pdf, materialId }, call, page).then((words) => put(words)).catch(toast), [frame, pdf, materialId, call, put, toast]),
  }
}
