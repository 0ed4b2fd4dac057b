/** The kind of a material, guessed from its file name when it is attached; the person sees it and can change it. */

/**
 * Guesses the kind of a material from its file name: the kind whose name, or a part of it, the file name holds;
 * the longest match wins. `other` when none does.
 */
export function kindFromName(name: string, kinds: readonly { readonly id: string; readonly name: string }[]): string {
  let best = { id: 'other', length: 0 }
  for (const kind of kinds) {
    for (const word of kind.name.split(/[、，（）()/或和及与]/u).map((part) => part.trim())) {
      if (word.length >= 2 && word.length > best.length && name.includes(word)) best = { id: kind.id, length: word.length }
    }
  }
  return best.id
}
