/** A webpack loader: `sources` is the folder that says what is used, `components` those of Taro's templates. */
declare function leanRuntime(
  this: {
    readonly resourcePath: string
    getOptions(): {
      readonly sources: string
      readonly components: Readonly<Record<string, Readonly<Record<string, string>>>>
    }
  },
  text: string,
): string
export default leanRuntime
