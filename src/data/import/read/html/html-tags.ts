/** A tag of a page, or a comment, which has no name. */
export type Tag = {
  readonly name: string;
  readonly isEnd: boolean;
  /** As it is written, at most the first 2,000 characters. */
  readonly text: string;
  readonly end: number;
};

const SILENT = /^(?:script|style|title|template|noscript)$/;

/** The tag or comment that begins at `at`; one that never ends takes the rest of the page. */
export const readTag = (html: string, at: number): Tag => {
  if (html.startsWith('<!--', at)) return nameless(html, html.indexOf('-->', at + 4), 3);
  // `<!doctype html>`, and conditions of Office such as `<![endif]>`.
  if (/^<[!?][a-z[]/i.test(html.slice(at, at + 3))) return nameless(html, html.indexOf('>', at), 1);
  const [start, slash] = /^<(\/?)[a-z][a-z0-9]*/i.exec(html.slice(at, at + 40)) ?? [];
  // A `<` that begins no tag is text, as in `a < b`.
  if (start === undefined) return nameless(html, at, 1);
  const end = tagEnd(html, at + start.length);
  const isEnd = slash === '/';
  return {
    name: start.slice(isEnd ? 2 : 1).toLowerCase(),
    isEnd,
    text: html.slice(at, Math.min(end, at + 2000)),
    end,
  };
};

/** Where a page goes on after a tag: scripts and styles are skipped with their content. */
export const afterTag = (html: string, { name, isEnd, end }: Tag): number =>
  !isEnd && SILENT.test(name) ? endOf(html, name, end) : end;

const SPANS = {
  colspan: { form: /\bcolspan\s*=\s*["']?(\d{1,4})/i, most: 100 },
  rowspan: { form: /\browspan\s*=\s*["']?(\d{1,4})/i, most: 9999 },
} as const;

/** Over how many columns (100 at most) or rows a cell goes. */
export const spanOf = (written: string, over: keyof typeof SPANS): number => {
  const { form, most } = SPANS[over];
  return Math.max(1, Math.min(most, Number(form.exec(written)?.[1] ?? 1)));
};

const nameless = (html: string, close: number, length: number): Tag => ({
  name: '',
  isEnd: false,
  text: '',
  end: close < 0 ? html.length : close + length,
});

/** Past the `>` that closes a tag; one inside quotes does not. */
const tagEnd = (html: string, from: number): number => {
  let quote = '';
  for (let at = from; at < html.length; at += 1) {
    const mark = html[at] ?? '';
    if (quote !== '') quote = mark === quote ? '' : quote;
    else if (mark === '"' || mark === "'") quote = mark;
    else if (mark === '>') return at + 1;
  }
  return html.length;
};

const endOf = (html: string, name: string, from: number): number => {
  const close = new RegExp(`</${name}`, 'gi');
  close.lastIndex = from;
  return close.exec(html)?.index ?? html.length;
};
