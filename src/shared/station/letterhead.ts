/** What of the agency its documents print besides its name: 发文机关标志, 署名, and how it is reached. All of it optional. */
import { z } from 'zod'
import type { FooterFact } from '../documents/model.ts'

const line = (longest: number) => z.string().trim().max(longest)

/** Empty where the agency wants none. Only documents made later carry it; what is issued stays as it is. */
export const letterheadSchema = z.strictObject({
  /** 发文机关标志: a line of its own above the title. */
  mark: line(40),
  /** 署名 under the text, where it is not agency and review body together. */
  organ: line(60),
  address: line(100),
  phone: z.string().trim().max(40).regex(/^[\d\s()（）+转、,-]*$/u),
  postcode: z.string().trim().regex(/^(\d{6})?$/),
})
export type Letterhead = z.infer<typeof letterheadSchema>

export const NO_LETTERHEAD: Letterhead = { mark: '', organ: '', address: '', phone: '', postcode: '' }

interface Lettered {
  readonly agency: string
  readonly reviewBody: string
  readonly letterhead?: Letterhead | undefined
}

/** Who signs (署名). */
export function signingOrgan({ agency, reviewBody, letterhead }: Lettered): string {
  return letterhead === undefined || letterhead.organ === '' ? `${agency}${reviewBody}` : letterhead.organ
}

/** The title with the 发文机关标志 above it, where there is one. */
export function titleUnder(title: string, { letterhead }: Lettered): string {
  return letterhead === undefined || letterhead.mark === '' ? title : `${letterhead.mark}\n${title}`
}

/** How the agency is reached, for the imprint (版记). */
export function contactFacts({ letterhead }: Lettered): FooterFact[] {
  if (letterhead === undefined) return []
  const facts: readonly FooterFact[] = [
    { label: '地址', value: letterhead.address },
    { label: '电话', value: letterhead.phone },
    { label: '邮政编码', value: letterhead.postcode },
  ]
  return facts.filter(({ value }) => value !== '')
}
