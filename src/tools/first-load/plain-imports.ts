type Chunk = {
  code?: string;
  readonly imports?: readonly string[];
  readonly viteMetadata?: { readonly importedCss: ReadonlySet<string> };
};
type Bundle = Readonly<Record<string, Chunk>>;

/** Only some names of a part are taken out, for a bundler that is done by now. */
const NAMED =
  /async\(\)=>\{let(\{[^{}]*\})=await (import\(`[^`]*`\)(?:\.then\([\w$]+=>[\w$.]+\))?);return\1\}/g;

/** A file without styles, or only with those of the page. */
const NO_STYLES = /,(?:\[\]|__vite__mapDeps\(\[\]\)),import\.meta\.url\)/g;

const LISTS = /__vite__mapDeps\(\[([\d,]*)\]\)/g;
const STYLES = /^const __vite__mapDeps=[^[\n]*\[([^\]]*)\][^\n]*\n/;

/** The styles that every page has from its start: those of its own files (start-page.mjs). */
const stylesOfPage = (bundle: Bundle): string[] => {
  const reached = new Set(Object.keys(bundle).filter((file) => file.includes('/immutable/entry/')));
  for (const file of reached) for (const next of bundle[file]?.imports ?? []) reached.add(next);
  return [...reached].flatMap((file) => [...(bundle[file]?.viteMetadata?.importedCss ?? [])]);
};

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1).replace('"', '');

/** Leaves the styles that the page has out of the lists of what a file brings. */
const withoutStyles = (code: string, had: readonly string[]): string => {
  const names = STYLES.exec(code)?.[1]?.split(',') ?? [];
  const known = new Set(had.map(nameOf));
  const places = names.flatMap((name, at) => (known.has(nameOf(name)) ? [String(at)] : []));
  const others = (list: string): string[] =>
    list.split(',').filter((place) => !places.includes(place));
  const shorter = code.replace(
    LISTS,
    (_, list: string) => `__vite__mapDeps([${others(list).join(',')}])`,
  );
  return places.reduce((now, at) => now.replace(names[Number(at)] ?? '', '0'), shorter);
};

/**
 * Vite's way to ask for a file later (`import`, what tells of a failure, a list of styles), without
 * what says nothing. `had` are the styles that the page has.
 */
export const plain = (code: string, had: readonly string[]): string => {
  const short = withoutStyles(code, had).replace(NAMED, '()=>$2').replace(NO_STYLES, ')');
  return short.includes('__vite__mapDeps([') ? short : short.replace(STYLES, '');
};

/** Shortens all of them: each first load carries about a hundred. */
export const plainImports = () => ({
  name: 'volym-plain-imports',
  generateBundle: {
    order: 'post' as const,
    handler: (_: unknown, bundle: Bundle): void => {
      const had = stylesOfPage(bundle);
      for (const chunk of Object.values(bundle))
        if (chunk.code?.includes('import.meta.url') === true) chunk.code = plain(chunk.code, had);
    },
  },
});
