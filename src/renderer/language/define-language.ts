/** The words of one feature in both languages; the compiler refuses a key that one of them lacks. */

export interface Words {
  readonly [key: string]: string | Words
}

/** The same keys with other words. */
export type SameKeys<Shape> = {
  readonly [Key in keyof Shape]: Shape[Key] extends string ? string : SameKeys<Shape[Key]>
}

export interface FeatureWords<Shape> {
  readonly 'zh-CN': Shape
  readonly en: SameKeys<Shape>
}

/**
 * Chinese first: its keys are the shape that English must have. `{{name}}` in a text is filled from the values given
 * to `t`.
 */
export function defineLanguage<const Zh extends Words>(zh: Zh, en: SameKeys<Zh>): FeatureWords<Zh> {
  return { 'zh-CN': zh, en }
}

/** `a.b.c` for every text in a tree of words. */
export type PathOf<Tree> = {
  [Key in keyof Tree & string]: Tree[Key] extends string ? Key : `${Key}.${PathOf<Tree[Key]>}`
}[keyof Tree & string]
