import { zipOf, type MadePart } from './zip-file.ts';

const NAMESPACES = [
  ['office', 'office'],
  ['style', 'style'],
  ['text', 'text'],
  ['table', 'table'],
  ['draw', 'drawing'],
]
  .map(([prefix, name]) => `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .concat('xmlns:xlink="http://www.w3.org/1999/xlink"')
  .join(' ');

/** What an OpenDocument sheet is called. */
const MIME = 'application/vnd.oasis.opendocument.spreadsheet';

const body = (tables: string): string =>
  `<office:automatic-styles><style:style style:name="hid" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body>`;

/** The content of an OpenDocument sheet around its tables; the style `hid` hides one. */
export const odsContent = (tables: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<office:document-content ${NAMESPACES} office:version="1.3">${body(tables)}</office:document-content>`;

/** The same as one text, as `.fods` has it. */
export const flatOds = (tables: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<office:document ${NAMESPACES} office:mimetype="${MIME}">${body(tables)}</office:document>`;

/** A table around its rows. */
export const odsTable = (rows: string, name = 'Koder', said = ''): string =>
  `<table:table table:name="${name}"${said}><table:table-column table:number-columns-repeated="1024"/>${rows}</table:table>`;

/** A row of cells that hold texts. */
export const odsRow = (...texts: readonly string[]): string =>
  `<table:table-row>${texts.map((text) => odsCell(text)).join('')}</table:table-row>`;

/** A cell with what it shows, and what its tag says besides. */
export const odsCell = (shown: string, said = ' office:value-type="string"'): string =>
  `<table:table-cell${said}><text:p>${shown}</text:p></table:table-cell>`;

/** An `.ods` as bytes, with parts beside its content. */
export const odsOf = (
  content: MadePart['content'],
  others: readonly MadePart[] = [],
): Promise<Uint8Array<ArrayBuffer>> =>
  zipOf([{ name: 'mimetype', content: MIME }, { name: 'content.xml', content }, ...others]);
