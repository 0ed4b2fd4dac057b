/** Made by `scripts/licences.ts` while building. */
declare module 'virtual:licences' {
  export const licences: readonly {
    readonly name: string
    readonly version: string
    readonly licence: string
    readonly text: string | null
  }[]
}
