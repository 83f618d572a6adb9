import type { ParsingOptions, WorkBook } from 'xlsx';

declare module 'xlsx' {
  /**
   * Reads a workbook from an opened container; exported by the package but missing in its types.
   */
  export function parse_zip(container: unknown, options?: ParsingOptions): WorkBook;
}
