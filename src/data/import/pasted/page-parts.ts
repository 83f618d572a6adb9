import { afterTag, readTag, type Tag } from '../read/html/html-tags.ts';

/** An element of a page with what is in it: texts as they are written, and other elements. */
export type PagePart = {
  readonly name: string;
  /** Its tag as it is written. */
  readonly tag: string;
  readonly content: (string | PagePart)[];
};

const EMPTY = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|wbr)$/;

/** An end tag closes nothing outside of these. */
const CELL = /^(?:table|td|th)$/;

/** More elements in each other than any mail has: what is deeper is taken as beside each other. */
const DEEPEST = 300;

/** What a page is made of. Nothing of it is run or loaded, or put into a document. */
export const pageParts = (html: string): PagePart => {
  const page: PagePart = { name: '', tag: '', content: [] };
  const open: PagePart[] = [page];
  const top = (): PagePart => open.at(-1) ?? page;
  /** Closes all down to the uppermost that is so, unless something is between that holds it. */
  const close = (is: (name: string) => boolean, holds: (name: string) => boolean): void => {
    const at = open.findLastIndex(({ name }) => is(name) || holds(name));
    if (at > 0 && is(open[at]?.name ?? '')) open.length = at;
  };
  const begin = ({ name, text }: Tag): void => {
    const isTable = (other: string): boolean => other === 'table';
    // Rows and cells need not be closed.
    if (name === 'tr') close((other) => other === 'tr', isTable);
    if (name === 'td' || name === 'th')
      close(
        (other) => other === 'td' || other === 'th',
        (other) => other === 'tr' || isTable(other),
      );
    const part = { name, tag: text, content: [] };
    top().content.push(part);
    if (!EMPTY.test(name) && open.length < DEEPEST) open.push(part);
  };
  for (let at = html.indexOf('<'), from = 0; ;) {
    top().content.push(html.slice(from, at < 0 ? html.length : at));
    if (at < 0) return page;
    const tag = readTag(html, at);
    if (tag.isEnd)
      close(
        (name) => name === tag.name,
        (name) => CELL.test(name) && !/^(?:table|tbody|tfoot|thead|tr)$/.test(tag.name),
      );
    else if (tag.name !== '') begin(tag);
    from = afterTag(html, tag);
    at = html.indexOf('<', from);
  }
};
