/** The one function used of the build that runs in a page. */
declare module 'mammoth/mammoth.browser.min.js' {
  interface Mammoth {
    convertToHtml(
      input: { readonly arrayBuffer: ArrayBuffer },
      options?: { readonly externalFileAccess?: boolean; readonly includeDefaultStyleMap?: boolean; readonly styleMap?: readonly string[] },
    ): Promise<{ readonly value: string; readonly messages: readonly { readonly type: string; readonly message: string }[] }>
  }
  const mammoth: Mammoth
  export default mammoth
}
