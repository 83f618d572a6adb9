import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');

const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');

const filesBelow = (folder: string, ending: RegExp): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((file) => !/^tests\/(fixtures|output)\//.test(file));

const CODE = /\.(ts|mjs|js|svelte|css|html)$/;

const code = [
  ...['src', 'tests', 'simulator', 'static'].flatMap((folder) => filesBelow(folder, CODE)),
  ...readdirSync(root).filter((name) => CODE.test(name)),
];

const documents = [
  ...['docs', 'src', 'simulator'].flatMap((folder) => filesBelow(folder, /\.md$/)),
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
];

/** The facts of the trade name files of other people's, and number sources where Volym numbers requirements. */
const isOfTrade = (file: string): boolean => file.startsWith('docs/trade/');

/** Where a document is that is cited only by its name. */
const SHELVES = ['', 'docs', 'docs/decisions', 'docs/guide', 'docs/trade'];

/** The document that a name in `file` means, if there is one. */
const documentOf = (name: string, file: string): string | undefined =>
  [dirname(file), ...SHELVES]
    .map((shelf) => join(shelf, name))
    .find((path) => !path.startsWith('..') && existsSync(join(root, path)));

const seeds = readdirSync(join(root, 'docs/trade/seeds'));

const COMMENTS = /\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->|(?:(?<=^|\s)\/\/ .*(?:\n\s*)?)+/gm;

/** Each comment of a file as one line, so that a citation may be broken over two. */
const commentsOf = (file: string): string[] =>
  [...textOf(file).matchAll(COMMENTS)].map(([comment]) =>
    comment.replace(/\s*\n\s*(?:\*|\/\/)?\s*/g, ' '),
  );

/** The texts of a file that cite: the sources of editions are shown to the user. */
const citingTextsOf = (file: string): string[] =>
  [
    ...textOf(file)
      .replace(COMMENTS, '')
      .matchAll(/(['"`])(?:(?!\1).)*\.md §(?:(?!\1).)*\1/g),
  ].map(([text]) => text);

const paragraphsOf = (file: string): string[] =>
  textOf(file)
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s*\n\s*/g, ' '));

const HEADING = /^#{1,6} (.*)$/gm;

/** The numbers of a document's sections, `2.7`, and of the items that are counted in them, `8.26`. */
const sectionsOf = (document: string): ReadonlySet<string> => {
  const sections = new Set<string>();
  let section = '';
  for (const line of textOf(document).split('\n')) {
    const heading = /^#+ (\d+(?:\.\d+)*)\.? /.exec(line)?.[1];
    if (heading !== undefined) sections.add((section = heading));
    const item = /^(\d+)\. /.exec(line)?.[1];
    if (item !== undefined && section !== '') sections.add(`${section}.${item}`);
  }
  return sections;
};

const known = new Map<string, ReadonlySet<string>>();

const hasSection = (document: string, section: string): boolean => {
  const sections = known.get(document) ?? sectionsOf(document);
  known.set(document, sections);
  return sections.has(section);
};

/** The numbers of the pictures that docs/look.md speaks of. */
const pictures = new Set(textOf('docs/look.md').match(/(?<=\| |, )\d\d(?=,| \|)/g));

const CITATION =
  /(?<name>[\w./-]*\w\.md)\b|\bseed (?<seed>\d{3})\b|\bpicture (?<picture>\d\d)\b|§ ?(?<section>\d+(?:\.\d+)*)?/gi;

/** What is cited in a text and is not there; a section belongs to the document that was named last. */
const astray = (text: string, file: string, ownDocument?: string): string[] => {
  let document = ownDocument;
  const wrong: string[] = [];
  for (const { 0: cited, groups = {} } of text
    .replace(/\bRFC \d+,? §[\d.]+/g, '')
    .matchAll(CITATION)) {
    const { name, seed, picture, section } = groups;
    if (picture !== undefined) {
      if (!pictures.has(picture)) wrong.push(`${file}: ${cited}`);
      continue;
    }
    if (name !== undefined) document = documentOf(name, file);
    if (seed !== undefined) document = seeds.find((known) => known.startsWith(`${seed}_`));
    const isHere =
      document !== undefined && (!cited.startsWith('§') || hasSection(document, section ?? ''));
    if (!isHere) wrong.push(`${file}: ${cited} in "${text.slice(0, 160)}"`);
  }
  return wrong;
};

const requirements = new Set(
  [...textOf('docs/requirements.md').matchAll(/\*\*([ABCX]\d+) /g)].map(([, id]) => id),
);

/** Adobe's sources are numbered like requirements: where adobe.md is cited, they may be meant. */
const adobeSources = new Set(Array.from({ length: 15 }, (_, at) => `A${at + 1}`));

/** The requirements that a text names and that are defined nowhere. */
const undefinedIn = (text: string, file: string): string[] =>
  [...text.matchAll(/(?<![\w#$.-])[ABCX]\d{1,2}(?![\w-])/g)]
    .map(([id]) => id)
    .filter((id) => !requirements.has(id) && !(text.includes('adobe.md') && adobeSources.has(id)))
    .map((id) => `${file}: ${id} in "${text.slice(0, 160)}"`);

const TITLE = /(['"`])([A-Z]\d{1,2}(?:(?:, | and )[A-Z]\d{1,2})*): /g;

/** How GitHub names the place of a heading in an address. */
const anchorsOf = (document: string): ReadonlySet<string> =>
  new Set(
    [...textOf(document).matchAll(HEADING)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .trim()
        .replace(/\s/g, '-'),
    ),
  );

const LINK = /\]\((?!https?:|mailto:)([^)\s#]*)(?:#([^)\s]*))?\)/g;

const brokenLinks = (file: string): string[] =>
  [...textOf(file).matchAll(LINK)].flatMap(([, path = '', anchor]) => {
    const target =
      path === '' ? file : relative(root, resolve(root, dirname(file), decodeURI(path)));
    if (target.startsWith('..') || !existsSync(join(root, target))) return [`${file}: ${path}`];
    return anchor === undefined || anchorsOf(target).has(anchor)
      ? []
      : [`${file}: ${path}#${anchor}`];
  });

/** Names of files in a text, `src/core/day/day.ts` or `vault/keys.ts`, and whole paths of folders. */
const PATH =
  /`((?:src|tests|docs|deploy|simulator|static)\/[\w./+[\]-]*|[\w./+[\]-]*\w\.(?:ts|svelte|mjs|css))`/g;

/** Source files in a comment, with or without backticks; what a type is imported from is no citation. */
const SOURCE = /(?<![\w./[\]-])(?!\.)[\w./+[\]-]*\w\.(?:ts|svelte|mjs|css)(?![\w-])/g;

/** A name of the code in a document: `camelCase`, `PascalCase` or `UPPER_CASE`. */
const NAME = /`(_?[a-z]+[A-Z]\w*|[A-Z][a-z]+[A-Z]\w*|[A-Z]+_[A-Z_]+)(?:\(\))?`/g;

/** What documents quote of browsers and tools, and no code here uses. */
const OF_OTHERS = ['WebSocket', 'entriesAware', 'sendBeacon'];

const everyFile = ['src', 'tests', 'docs', 'deploy', 'simulator', 'static', '.']
  .flatMap((folder) => (folder === '.' ? readdirSync(root) : filesBelow(folder, /./)))
  .map((file) => `/${file}`);

const isThere = (path: string): boolean =>
  path.startsWith('tests/output/') ||
  existsSync(join(root, path)) ||
  everyFile.some((file) => file.endsWith(`/${path}`));

describe('citations', () => {
  test('every document and section that a comment cites is in this repository', () => {
    const wrong = code.flatMap((file) =>
      [...commentsOf(file), ...citingTextsOf(file)].flatMap((text) => astray(text, file)),
    );
    expect(wrong).toEqual([]);
  });

  test('every document and section that a document cites is in this repository', () => {
    const ours = documents.filter((file) => !isOfTrade(file));
    expect(
      ours.flatMap((file) => paragraphsOf(file).flatMap((text) => astray(text, file, file))),
    ).toEqual([]);
  });

  test('every requirement that a comment, a document or the title of a test names is defined', () => {
    const inComments = code.flatMap((file) =>
      commentsOf(file).flatMap((comment) => undefinedIn(comment, file)),
    );
    const inDocuments = documents
      .filter((file) => !isOfTrade(file))
      .flatMap((file) => paragraphsOf(file).flatMap((text) => undefinedIn(text, file)));
    const inTitles = code
      .filter((file) => /\.(test|spec)\.ts$/.test(file))
      .flatMap((file) => [...textOf(file).matchAll(TITLE)].map(([, , ids = '']) => ({ file, ids })))
      .flatMap(({ file, ids }) => ids.split(/, | and /).map((id) => ({ file, id })))
      .filter(({ id }) => !requirements.has(id))
      .map(({ file, id }) => `${file}: ${id}`);
    expect([...inComments, ...inDocuments, ...inTitles]).toEqual([]);
  });

  test('every link in a document leads to a file, and to a heading that is there', () => {
    expect(documents.flatMap(brokenLinks)).toEqual([]);
  });

  test('every file that a document names is there', () => {
    const gone = documents
      .filter((file) => !isOfTrade(file))
      .flatMap((file) => [...textOf(file).matchAll(PATH)].map(([, path = '']) => ({ file, path })))
      .filter(({ path }) => !isThere(path));
    expect(gone.map(({ file, path }) => `${file}: ${path}`)).toEqual([]);
  });

  test('every name of the code that a document quotes is in the code', () => {
    const source = code.map(textOf).join('\n');
    const words = new Set([...(source.match(/\w+/g) ?? []), ...OF_OTHERS]);
    const gone = documents
      .filter((file) => !isOfTrade(file))
      .flatMap((file) => [...textOf(file).matchAll(NAME)].map(([, name = '']) => ({ file, name })))
      .filter(({ name }) => !words.has(name));
    expect(gone.map(({ file, name }) => `${file}: ${name}`)).toEqual([]);
  });

  test('every source file that a comment names is there', () => {
    const gone = code
      .flatMap((file) =>
        commentsOf(file).flatMap((comment) =>
          [...comment.matchAll(SOURCE)].map(([path]) => ({ file, path })),
        ),
      )
      .filter(({ path }) => !isThere(path));
    expect(gone.map(({ file, path }) => `${file}: ${path}`)).toEqual([]);
  });
});
