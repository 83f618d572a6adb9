import { basename } from 'node:path';

type File = {
  readonly type: 'chunk' | 'asset';
  readonly fileName: string;
  readonly isEntry?: boolean;
  code?: string;
};
type Bundle = Readonly<Record<string, File>>;
type Chunk = File & { code: string };

/** What a file exports, at its end, by names that no file has itself: `export{Xa as t,q as n}`. */
const EXPORTS = /\bexport\{([^{}]*)\};?\s*$/;

const isChunk = (file: File): file is Chunk => file.type === 'chunk' && file.code !== undefined;

/** The names within a file of what it exports, by the names outside. */
const ownNamesOf = (code: string): ReadonlyMap<string, string> => {
  const list = EXPORTS.exec(code)?.[1];
  if (list === undefined || list === '') return new Map();
  return new Map(
    list.split(',').map((entry) => {
      const [own = '', outside = own] = entry.split(' as ');
      return [outside, own];
    }),
  );
};

type Mention = {
  /** Where the list of names begins. */
  readonly at: number;
  readonly text: string;
  readonly renamed: string;
};

const renamedList = (list: string, own: ReadonlyMap<string, string>): string =>
  list
    .split(',')
    .map((entry) => {
      const [outside = '', here = outside] = entry.split(' as ');
      const name = own.get(outside) ?? outside;
      return name === here ? here : `${name} as ${here}`;
    })
    .join(',');

/** The name of a file as part of an expression. */
const literalName = (file: string): string => basename(file).replaceAll('.', '\\.');

/** All ways in which a bundle names what it takes from another file. */
const mentionsOf = (file: string, own: ReadonlyMap<string, string>, code: string): Mention[] => {
  const quoted = `[\`"'](?:\\.{1,2}/)+(?:[\\w-]+/)*${literalName(file)}[\`"']`;
  const atOnce = new RegExp(`\\b(import|export)\\{([^{}]*)\\}(?=from${quoted})`, 'g');
  const later = new RegExp(
    `(?<=import\\(${quoted}\\)\\.then\\(([\\w$]+)=>)\\1\\.([\\w$]+)(?=\\))`,
    'g',
  );
  return [
    ...[...code.matchAll(atOnce)].map((match) => ({
      at: match.index,
      text: match[0],
      renamed: `${match[1] ?? ''}{${renamedList(match[2] ?? '', own)}}`,
    })),
    ...[...code.matchAll(later)].map((match) => ({
      at: match.index,
      text: match[0],
      renamed: `${match[1] ?? ''}.${own.get(match[2] ?? '') ?? match[2] ?? ''}`,
    })),
  ];
};

/** How often a file is named where names may be taken from it, in any way. */
const timesNamed = (file: string, code: string): number => {
  const taken = new RegExp(`(?:\\bfrom|import\\()[\`"'][\\w./-]*/${literalName(file)}[\`"']`, 'g');
  return [...code.matchAll(taken)].length;
};

const replaced = (code: string, mentions: readonly Mention[]): string =>
  mentions
    .toSorted((a, b) => b.at - a.at)
    .reduce(
      (now, { at, text, renamed }) => now.slice(0, at) + renamed + now.slice(at + text.length),
      code,
    );

/**
 * Lets one file export by the names that it has itself. A file that another takes from in a way that
 * is not known here, or that Kit takes from, stays as it is.
 */
const shorten = (file: Chunk, others: readonly Chunk[]): void => {
  const own = ownNamesOf(file.code);
  if (own.size === 0 || file.isEntry === true) return;
  const name = basename(file.fileName);
  const takers = others
    // Most name it nowhere, and to look for a text is quick.
    .filter(({ code }) => code.includes(name))
    .map((taker) => ({ taker, times: timesNamed(file.fileName, taker.code) }))
    .filter(({ times }) => times > 0)
    .map(({ taker, times }) => ({
      taker,
      times,
      mentions: mentionsOf(file.fileName, own, taker.code),
    }));
  if (takers.some(({ times, mentions }) => times !== mentions.length)) return;
  const list = `export{${[...new Set(own.values())].join(',')}};`;
  // By a function: a name like `$1` would stand for something else.
  file.code = file.code.replace(EXPORTS, () => list);
  for (const { taker, mentions } of takers) taker.code = replaced(taker.code, mentions);
};

/** Shortens all of them: home alone exports four hundred names. */
export const withOwnNames = (bundle: Bundle): void => {
  const chunks = Object.values(bundle).filter(isChunk);
  for (const chunk of chunks)
    shorten(
      chunk,
      chunks.filter((other) => other !== chunk),
    );
};

/**
 * Lets each file export by the names that it has within: a bundler gives each export a second one.
 */
export const exportByOwnName = () => ({
  name: 'volym-export-by-own-name',
  generateBundle: {
    order: 'post' as const,
    handler: (_: unknown, bundle: Bundle): void => {
      withOwnNames(bundle);
    },
  },
});
