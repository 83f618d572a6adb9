type Chunk = { code?: string };
type Bundle = Readonly<Record<string, Chunk>>;

/** Only some names of a part are taken out, for a bundler that is done by now. */
const NAMED =
  /async\(\)=>\{let(\{[^{}]*\})=await (import\(`[^`]*`\)(?:\.then\([\w$]+=>[\w$.]+\))?);return\1\}/g;

/** A file without styles, or only with those of home. */
const NO_STYLES = /,(?:\[\]|__vite__mapDeps\(\[\]\)),import\.meta\.url\)/g;

const LISTS = /__vite__mapDeps\(\[([\d,]*)\]\)/g;
const STYLES = /^const __vite__mapDeps=[^[\n]*\[([^\]]*)\][^\n]*\n/;

/** The styles that every page has from its start (short-names.ts). */
const HOME_STYLES = /\/home\.[^/]*\.css"$/;

/** Leaves the styles of home out of the lists of what a file brings. */
const withoutHomeStyles = (code: string): string => {
  const names = STYLES.exec(code)?.[1]?.split(',') ?? [];
  const home = names.find((name) => HOME_STYLES.test(name));
  if (home === undefined) return code;
  const place = String(names.indexOf(home));
  const others = (list: string): string[] => list.split(',').filter((other) => other !== place);
  return code
    .replace(LISTS, (_, list: string) => `__vite__mapDeps([${others(list).join(',')}])`)
    .replace(home, '0');
};

/**
 * Vite's way to ask for a file later (`import`, what tells of a failure, a list of styles), without
 * what says nothing.
 */
export const plain = (code: string): string => {
  const short = withoutHomeStyles(code).replace(NAMED, '()=>$2').replace(NO_STYLES, ')');
  return short.includes('__vite__mapDeps([') ? short : short.replace(STYLES, '');
};

/** Shortens all of them: each first load carries about a hundred. */
export const plainImports = () => ({
  name: 'volym-plain-imports',
  generateBundle: {
    order: 'post' as const,
    handler: (_: unknown, bundle: Bundle): void => {
      for (const chunk of Object.values(bundle))
        if (chunk.code?.includes('import.meta.url') === true) chunk.code = plain(chunk.code);
    },
  },
});
