/** One record of a workbook stream: its type, where it begins, and where its content is. */
export type XlsRecord = {
  readonly type: number;
  readonly at: number;
  readonly from: number;
  readonly to: number;
};

/** Record types of [MS-XLS] 2.3 that more than one reader asks for. */
export const RECORD = {
  bof: 0x0809,
  eof: 0x000a,
  continued: 0x003c,
  filePass: 0x002f,
  boundSheet: 0x0085,
} as const;

/**
 * The records of a workbook stream, one after the other; the last one may reach beyond the stream's
 * end.
 */
export function* recordsOf(stream: Uint8Array): Generator<XlsRecord> {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  for (let at = 0; at + 4 <= stream.length;) {
    const to = at + 4 + view.getUint16(at + 2, true);
    yield { type: view.getUint16(at, true), at, from: at + 4, to };
    at = to;
  }
}
