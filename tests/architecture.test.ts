import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { kinds, sharedKinds } from '#programmes/kinds.ts';
/**
 * The walls of the house: which rooms may import from which. A room that is not named here may not
 * be imported into. `programmes` alone is the lists over all programmes, `rules` are those of every
 * programme, and `own rules` those of the same one.
 */
const walls: Record<string, readonly string[]> = {
  core: [],
  'a programme/rules': ['core'],
  'a programme/ground': ['core', 'own rules', 'programmes'],
  'a programme/import': ['core', 'own rules'],
  'a programme/work': ['core', 'own rules', 'own import', 'platform', 'data'],
  'a programme/words': ['core', 'own rules', 'ui/words'],
  'a programme/screens': [
    'core',
    'own ground',
    'own rules',
    'own import',
    'own work',
    'own words',
    'workspace/rules',
    'workspace/work',
    'workspace/words',
    'workspace/screens',
    'platform',
    'data',
    'ui',
  ],
  'workspace/rules': ['core', 'programmes'],
  'workspace/work': ['core', 'programmes', 'workspace/rules', 'platform', 'data'],
  'workspace/words': ['core', 'ui/words'],
  'workspace/screens': [
    'core',
    'programmes',
    'the contract',
    'workspace/rules',
    'workspace/work',
    'workspace/words',
    'platform',
    'data',
    'ui',
  ],
  programmes: ['core', 'ground', 'rules', 'import', 'workspace/rules'],
  'the contract': [
    'core',
    'programmes',
    'ground',
    'rules',
    'import',
    'work',
    'words',
    'screens',
    'workspace/rules',
    'workspace/screens',
    'ui',
  ],
  platform: ['core'],
  'the upkeep': ['core', 'programmes', 'ground', 'work', 'data'],
  // Of a programme nothing by its name: what each says and does is asked of the lists over all.
  data: ['core', 'programmes', 'the upkeep', 'workspace/rules', 'platform', 'rx-storage-indexeddb'],
  // A package of its own, but for its place.
  'rx-storage-indexeddb': [],
  ui: ['core', 'workspace/rules', 'platform', 'data'],
  routes: [
    'core',
    'programmes',
    'the contract',
    'rules',
    'import',
    'work',
    'words',
    'screens',
    'workspace/rules',
    'workspace/words',
    'workspace/screens',
    'platform',
    'data',
    'ui',
  ],
  'service-worker': ['core', 'ui/words', 'workspace/words', 'platform', 'data/reminder-plan.ts'],
  server: [],
  tools: ['server'],
};

/**
 * Files outside a programme's own folder that call one by its name. Nothing is added here: each goes
 * when it asks the programme itself. These stay: who the programmes are, and what each is called.
 */
const NAMED: readonly string[] = [
  'core/record/record.ts',
  'ui/words/en/shell.ts',
  'ui/words/sv/shell.ts',
];

/**
 * Files outside a programme's own folder that name a kind of its records. Nothing is added here:
 * whoever needs to know asks the contract, the identity or the ground.
 */
const NAMED_KINDS: readonly (readonly [why: string, ...files: readonly string[]])[] = [
  [
    'the kinds that have no screen: the compiler asks for that of all others',
    'programmes/programme.ts',
  ],
  [
    'an address of a programme, which shows its records alone',
    'routes/credit/new/+page.ts',
    'routes/credit/[order]/+layout.ts',
    'routes/credit/[order]/edit/+page.svelte',
  ],
  ['pictures that are called so', 'tools/pictures/vip.ts', 'tools/pictures/walk.ts'],
  [
    'what is done to records of any kind on their way into the trash and out of it: tables for these would treat kinds that this version does not know otherwise',
    'data/import/undo/take-run-back.ts',
    'data/trash/empty-trash.ts',
    'data/trash/restore.ts',
  ],
];

/** The package of schemas, and the only file that imports it: `z` of all others is that file. */
const SCHEMAS = 'zod/mini';
const SCHEMA_FILE = 'core/schema.ts';

/** Packages that a room may use; what is not named here may be used anywhere above the walls. */
const packagesOf: Partial<Record<string, readonly string[]>> = {
  core: [SCHEMAS],
  'a programme/ground': [],
  'a programme/rules': [],
  'a programme/import': [],
  'workspace/rules': [],
  programmes: [],
  'workspace/words': [],
  'rx-storage-indexeddb': ['rxdb/plugins/core', 'rxjs'],
};

/** Where people see something. */
const SCREENS = /^(ui|routes|workspace\/screens|programmes\/[^/]+\/screens)\//;

/** What changes records for a screen. */
const WORK = /^(workspace|programmes\/[^/]+)\/work\//;

/** Whatever writes records: the writing functions of the store, and those of `data` that run a command. */
const WRITES =
  /\brecords\s*\??\.\s*(?:change|changeMany|create|replace|insert|discard|putBack|undoPutBack|layAway|correctDays)\b|\b(?:changeFields|changeKept|changeManyKept|takingBack|takingManyBack|createRecord|unmaking|takeBackWhole|writeAlike|letOrdersFollow)\s*[<(]/;

/** Rooms of the trade: pure, and without a word that people read. */
const isPure = (room: string): boolean =>
  /^(core|programmes|workspace\/rules|a programme\/(ground|rules|import))$/.test(room);

/**
 * Folders with more than 25 files: each hides an object that has no folder of its own yet. A folder
 * that is put in order leaves this list.
 */
const CROWDED: readonly string[] = [];

/** The only files that know the package which reads workbooks; all of them belong to the worker. */
const SHEET_READERS = ['data/import/read/office-sheets.ts', 'data/import/read/xlsx-parse-zip.d.ts'];

/** The parts of an import, called alike in every programme (docs/guide/new-programme.md). */
const PARTS_OF_IMPORT: readonly string[] = [
  'match/desk.ts',
  'match/keys.ts',
  'plan/plan.ts',
  'plan/planned.ts',
  'plan/writes.ts',
  'read/columns.ts',
  'read/headings.ts',
  'read/lists.ts',
  'read/rows.ts',
  'read/values.ts',
  'reader.ts',
  'shelf.ts',
];

/** Parts that the import of a programme does without, by their path in `src`: none does today. */
const PARTS_LACKING: readonly (readonly [why: string, ...files: readonly string[]])[] = [];

const src = resolve(import.meta.dirname, '../src');

const simulator = resolve(import.meta.dirname, '../simulator');

/** What the simulator may use beside its own files: Node, and the library of the endpoint. */
const isPlain = (target: string): boolean => /^(node:|hono$|@hono\/node-server$)/.test(target);

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(ts|mjs|svelte)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));

// Statements, their last line when they are long, `import()` and `new URL()`; not words in comments
// and sentences.
const IMPORT =
  /(?:^\s*(?:import|export)\b(?:[^'"`;]*?\bfrom)?\s*|\bimport\(\s*|\bnew URL\(\s*)(['"])([^'"\s]+)\1/gm;

const COMMENT = /\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm;

/** A type of another file that this one adds to. */
const ADDED_TO = /^declare module '[^']+'/gm;

/** What makes areas of texts known to every room. */
const ADDS_TEXTS = /^declare module '#ui\/text\.ts'/m;

/** What is loaded only once it is asked for. */
const LATER = /\bimport\([^)]*\)/g;

/** An export without a doc comment in the line above. */
const UNTOLD =
  /(?<!\*\/\n)^export (?:async |abstract )?(?:const|type|function|class|interface) (\w+)/gm;

type Import = { readonly target: string; readonly inside: boolean };

const importsOf = (file: string): Import[] => importsIn(readFileSync(file, 'utf8'), file);

const importsIn = (text: string, file: string): Import[] =>
  [...text.replace(COMMENT, '').matchAll(IMPORT)].map(([, , target = '']) => {
    if (target.startsWith('#')) return { target: target.slice(1), inside: true };
    if (target.startsWith('.'))
      return { target: relative(src, resolve(dirname(file), target)), inside: true };
    return { target, inside: false };
  });

const files = filesBelow(src).map((file) => ({
  file: relative(src, file),
  text: readFileSync(file, 'utf8'),
  imports: importsOf(file),
}));

const topOf = (path: string): string => path.split('/')[0] ?? '';

const isOf = (name: string, target: string): boolean =>
  target === name || target.startsWith(`${name}/`);

/**
 * A room of a programme, whichever it is: `a programme/rules`; else the top folder, or the room of
 * the workspace. What a programme says of itself is the contract, with the list of all; what it
 * does about its records when the store moves them is the upkeep, with its list.
 */
const roomOf = (path: string): string => {
  const [top = '', second = '', third = ''] = path.split('/');
  if (top === 'workspace') return `${top}/${second}`;
  if (
    top === 'programmes' &&
    /^programmes\/([^/]+\/(programme|on-demand|identity)|programmes?|identities|list-doors)\.ts$/.test(
      path,
    )
  )
    return 'the contract';
  if (/^programmes\/([^/]+\/upkeep|upkeeps?)\.ts$/.test(path)) return 'the upkeep';
  if (top === 'programmes' && third !== '') return `a programme/${third}`;
  return top;
};

const programmeOf = (path: string): string | undefined =>
  roomOf(path).startsWith('a programme/') ? path.split('/')[1] : undefined;

const allows = (file: string, target: string): boolean => {
  const own = programmeOf(file);
  const other = programmeOf(target);
  if (roomOf(target) === roomOf(file) && other === own) return true;
  const may = walls[roomOf(file)] ?? [];
  if (other === undefined) return may.some((wall) => isOf(wall, target) || wall === roomOf(target));
  const room = roomOf(target).replace('a programme/', '');
  return may.includes(own === undefined ? room : own === other ? `own ${room}` : '');
};

describe('architecture', () => {
  test('each room imports only what its walls allow, and no programme another', () => {
    const broken = files
      .filter(({ file }) => walls[roomOf(file)] !== undefined)
      .flatMap(({ file, imports }) =>
        imports
          .filter(({ inside, target }) => inside && !allows(file, target))
          .map(({ target }) => `${file} imports ${target}`),
      );
    expect(broken).toEqual([]);
  });

  test('the store and the rules of the workspace import nothing from the folder of a programme', () => {
    // What a programme says of its records, and does about them, is asked of the lists over all.
    const inFolder = /^programmes\/[^/]+\//;
    const broken = files
      .filter(({ file }) => /^(data|workspace\/rules)\//.test(file))
      .flatMap(({ file, imports }) =>
        imports
          .filter(({ inside, target }) => inside && inFolder.test(target))
          .map(({ target }) => `${file} imports ${target}`),
      );
    expect(broken).toEqual([]);
  });

  test('an edition is asked for by its name or its day, never by its position', () => {
    // The first of a rule's editions is the one chosen at first start: its list says so, a test
    // names it (tests/programmes/adobe-vip/rules/edition/editions.test.ts), and these two alone ask.
    const ofAList = [
      'programmes/adobe-vip/rules/edition/edition-in.ts',
      'programmes/adobe-vip/rules/edition/vip-edition.ts',
    ];
    const position = /(?:[eE]ditions|[eE]ditionsFor\([^()]*\)|EDITIONS)(?:\[\d+\]|\.at\()/;
    const asking = files
      .filter(({ text }) => position.test(text.replace(COMMENT, '')))
      .map(({ file }) => file);
    expect(asking).toEqual(ofAList);
  });

  test('a programme is called by its name in its own folder alone', () => {
    // As an edition's id does, too: `adobe-vip.order-30`.
    const name = /'(?:apple-credit|apple-licences|adobe-vip)[.']/;
    const calling = files
      .filter(({ file, text }) => programmeOf(file) === undefined && name.test(text))
      .map(({ file }) => file)
      .filter((file) => !/^programmes\/[^/]+\/programme\.ts$/.test(file));
    expect(calling.sort()).toEqual([...NAMED].sort());
  });

  test('a kind of a programme is named in the folder of that programme alone', () => {
    const named = Object.values(kinds)
      .filter(({ id }) => !Object.hasOwn(sharedKinds, id))
      .map(({ id, programme }) => ({ programme, name: new RegExp(`(['"\`])${id}\\1`) }));
    expect(named.length).toBeGreaterThan(10);
    const naming = files.filter(({ file, text }) => {
      const own = /^programmes\/([^/]+)\//.exec(file)?.[1];
      const code = text.replace(COMMENT, '');
      return named.some(({ programme, name }) => programme !== own && name.test(code));
    });
    const known = NAMED_KINDS.flatMap(([, ...listed]) => listed);
    expect(naming.map(({ file }) => file).toSorted()).toEqual(known.toSorted());
  });

  test('the words of credit are read by credit alone, and are in no other room’s type of texts', () => {
    // What all screens say is in the words of ui and of the workspace; the rest is asked of the
    // programme, by its contract.
    const reads = /\b(?:text|words)\.credit\b|\['credit'\]|Pick<(?:Texts|Catalogues),[^>]*'credit'/;
    const reading = files
      .filter(({ file }) => !/^(programmes\/apple-credit|routes\/credit)\//.test(file))
      .filter(({ text }) => reads.test(text.replace(COMMENT, '')))
      .map(({ file }) => file);
    expect(reading).toEqual([]);
    const adding = files
      .filter(({ file, text }) => isOf('programmes/apple-credit', file) && ADDS_TEXTS.test(text))
      .map(({ file }) => file);
    expect(adding).toEqual([]);
  });

  test('every room of src has its walls', () => {
    const rooms = new Set(
      files.map(({ file }) => roomOf(file)).filter((room) => !room.includes('.')),
    );
    expect([...rooms].filter((room) => walls[room] === undefined)).toEqual([]);
  });

  test('a folder holds 25 files at most', () => {
    const counts = new Map<string, number>();
    for (const { file } of files) counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1);
    const crowded = [...counts].filter(([, count]) => count > 25).map(([folder]) => folder);
    expect(crowded.sort()).toEqual(CROWDED);
  });

  const imports = Map.groupBy(
    files.flatMap(({ file }) => {
      const [, programme = '', part = ''] = /^programmes\/([^/]+)\/import\/(.+)$/.exec(file) ?? [];
      return part === '' ? [] : [{ programme, part }];
    }),
    ({ programme }) => programme,
  );

  test('the parts of an import have the same names in every programme', () => {
    expect(imports.size).toBeGreaterThan(2);
    const lacking = [...imports].flatMap(([programme, found]) =>
      PARTS_OF_IMPORT.filter((name) => !found.some(({ part }) => part === name)).map(
        (name) => `programmes/${programme}/import/${name}`,
      ),
    );
    expect(lacking.toSorted()).toEqual(PARTS_LACKING.flatMap(([, ...names]) => names).toSorted());
  });

  test('an import has the same folders in every programme, and beside them its reader and its shelf alone', () => {
    for (const [programme, found] of imports)
      expect([...new Set(found.map(({ part }) => topOf(part)))].toSorted(), programme).toEqual([
        'match',
        'plan',
        'read',
        'reader.ts',
        'shelf.ts',
      ]);
  });

  test('a page is an address, what it loads, and one screen', () => {
    const long = files
      .filter(({ file, text }) => file.endsWith('+page.svelte') && text.split('\n').length > 40)
      .map(({ file }) => file);
    expect(long).toEqual([]);
  });

  test('rules and words use no package beyond those named', () => {
    const broken = files.flatMap(({ file, imports }) => {
      const allowed = packagesOf[roomOf(file)];
      return imports
        .filter(
          ({ inside, target }) => allowed !== undefined && !inside && !allowed.includes(target),
        )
        .map(({ target }) => `${file} imports ${target}`);
    });
    expect(broken).toEqual([]);
  });

  test('every path to a file of ours is seen as an import, and leads to one', () => {
    const path = /(['"])((?:#(?!tests)|\.{1,2}\/)[^'"\s]+\.(?:ts|svelte))\1/g;
    const unseen = files.flatMap(({ file, text, imports }) => {
      const written = [...text.replace(COMMENT, '').replace(ADDED_TO, '').matchAll(path)];
      return imports.filter(({ target }) => /\.(ts|svelte)$/.test(target)).length >= written.length
        ? []
        : [file];
    });
    expect(unseen.filter((file) => topOf(file) !== 'tools')).toEqual([]);
    const known = new Set(files.map(({ file }) => file));
    const ours = files.flatMap(({ imports }) =>
      imports.filter(({ inside }) => inside).map(({ target }) => target),
    );
    expect(ours.filter((target) => /\.(ts|svelte)$/.test(target) && !known.has(target))).toEqual(
      [],
    );
    expect(
      importsIn(
        "<script>\n  import Page from './[order]/+page.svelte';\n  say('it comes from \"here\"');",
        '',
      ),
    ).toHaveLength(1);
  });

  test('a package that is heavy or must not be there is known only where it belongs', () => {
    const knows = (name: string) =>
      files.filter(({ imports }) =>
        imports.some(({ inside, target }) => !inside && isOf(name, target)),
      );
    expect(
      knows('xlsx')
        .map(({ file }) => file)
        .sort(),
    ).toEqual(SHEET_READERS);
    expect(knows('zod').map(({ file }) => file)).toEqual([SCHEMA_FILE]);
    const rooms = new Set(knows('rxdb').map(({ file }) => topOf(file)));
    expect([...rooms].sort()).toEqual(['data', 'rx-storage-indexeddb']);
    expect(knows('dexie')).toEqual([]);
  });

  test('X8: what the server imports is installed with it, and no package of the app', () => {
    const imported = files
      .filter(({ file }) => topOf(file) === 'server')
      .flatMap(({ imports }) => imports)
      .filter(({ target, inside }) => !inside && !target.startsWith('node:'))
      // Not an address, as `new URL('/', …)` has one.
      .flatMap(({ target }) => /^(?:@[^/]+\/)?[^/]+/.exec(target)?.[0] ?? []);
    const { dependencies } = JSON.parse(readFileSync(resolve(src, '../package.json'), 'utf8')) as {
      dependencies: Readonly<Record<string, string>>;
    };
    expect([...new Set(imported)].sort()).toEqual(Object.keys(dependencies).sort());
  });

  test('X20: keys are derived in workers alone: a page has room for few memories of WebAssembly, and keeps them', () => {
    const tests = filesBelow(resolve(src, '../tests')).map((file) => ({
      file: relative(resolve(src, '..'), file),
      imports: importsOf(file),
    }));
    const knows = (name: string): string[] =>
      [...files, ...tests]
        .filter(({ imports }) => imports.some(({ target }) => isOf(name, target)))
        .map(({ file }) => file);
    const inNode = 'tests/data/vault/derive/argon2.test.ts';
    expect(knows('hash-wasm')).toEqual(['data/vault/derive/argon2.ts']);
    expect(knows('data/vault/derive/argon2.ts')).toEqual([
      'data/vault/derive/derive.worker.ts',
      inNode,
    ]);
    expect(knows('@noble/hashes')).toEqual(['data/vault/derive/plain-argon2.ts', inNode]);
    expect(
      knows('data/vault/derive/plain-argon2.ts').filter((file) => !file.startsWith('tests/')),
    ).toEqual(['data/vault/derive/derive-plainly.worker.ts']);
  });

  test('the service worker reaches no database, however far its imports go', () => {
    const byName = new Map(files.map((known) => [known.file, known]));
    const reached = new Set(
      files.filter(({ file }) => topOf(file) === 'service-worker').map(({ file }) => file),
    );
    for (const file of reached)
      for (const { target, inside } of byName.get(file)?.imports ?? [])
        if (inside) reached.add(target);
    const packages = [...reached]
      .flatMap((file) => byName.get(file)?.imports ?? [])
      .filter(({ inside }) => !inside);
    expect(packages.filter(({ target }) => isOf('rxdb', target))).toEqual([]);
  });

  test('no import goes in a circle', () => {
    // What the contract loads later is nothing that it waits for: those parts may ask it, too.
    const waitsFor = ({ file, text, imports }: (typeof files)[number]): Import[] =>
      roomOf(file) === 'the contract' ? importsIn(text.replace(LATER, ''), file) : imports;
    const graph = new Map(
      files.map((known) => [
        known.file,
        waitsFor(known)
          .filter(({ inside }) => inside)
          .map(({ target }) => target),
      ]),
    );
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' → '));
      if (done.has(file) || path.includes(file)) return;
      for (const target of graph.get(file) ?? []) visit(target, [...path, file]);
      done.add(file);
    };
    for (const file of graph.keys()) visit(file, []);
    expect(circles).toEqual([]);
  });

  test('every export has its doc comment', () => {
    const bare = files
      .filter(({ file }) => file.endsWith('.ts'))
      .flatMap(({ file, text }) =>
        [...text.matchAll(UNTOLD)].map(([, name]) => `${file} exports ${name}`),
      );
    expect(bare).toEqual([]);
  });

  test('clock, chance and ids come from platform', () => {
    const ambient =
      /\bDate\.now\b|\bnew Date\b(?!\s*\(\s*[^)\s])|(?<!new )\bDate\(\)|\bperformance\.(now|timeOrigin)\b|\bMath\.random\b|\brandomUUID\b|\bgetRandomValues\b|\bnanoid\b/;
    const broken = files.filter(
      ({ file, text }) => !/^(platform|server|tools)\//.test(file) && ambient.test(text),
    );
    expect(broken.map(({ file }) => file)).toEqual([]);
  });

  test('X9: rules, use cases, imports, the store and closed screens refuse with codes that words have sentences for', () => {
    const closed = [
      'a programme/rules',
      'a programme/import',
      'a programme/work',
      'a programme/screens',
      'workspace/rules',
      'workspace/work',
      'workspace/screens',
      'data',
    ];
    // Each is given refusals, whatever they are, and makes none itself.
    const given = [
      'data/acts/undo-act.ts',
      'data/import/apply.ts',
      'data/import/undo/send-many-away.ts',
      'data/records/write-document.ts',
      'data/vault/keyring/kept-wraps.ts',
      'programmes/apple-licences/work/sync/end-of-sync.ts',
      'workspace/screens/put-back/PutBack.svelte',
      'workspace/screens/undo/left-by-undo.ts',
    ];
    // Where any code will do, one without a sentence compiles.
    const open =
      /(?<!\w)Result<(?:[^<>,]|<(?:[^<>]|<[^<>]*>)*>)*>|(?<![\w'])Problem(?:<string>)?(?![\w<'])/;
    const broken = files
      .filter(({ file }) => closed.includes(roomOf(file)))
      .filter(({ file }) => !file.endsWith('-problem.ts'))
      .filter(({ text }) => open.test(text.replace(COMMENT, '').replace(IMPORT, '')));
    expect(broken.map(({ file }) => file).toSorted()).toEqual(given.toSorted());
  });

  test('A5: an imported row has reasons and notes that words have sentences for', () => {
    // Where any reason or note will do, one without a sentence compiles.
    const open = /(?<![\w'])(?:RowWhy|BareRow)(?!\w|<|\[')|\bRecord<string, Sentence>/;
    const broken = files
      .filter(({ file }) => /^a programme\/(import|words)$/.test(roomOf(file)))
      .filter(({ text }) => open.test(text.replace(COMMENT, '').replace(IMPORT, '')));
    expect(broken.map(({ file }) => file)).toEqual([]);
  });

  test('the rules hold no text', () => {
    // A sentence or a label: two words in one string, or a letter that only Swedish has. Sources of
    // editions are data.
    const sentence = /(['"`])(?:[A-ZÅÄÖ][a-zåäö]+ [a-zåäö]{2,}|[^'"`\n]*[åäöÅÄÖ])[^'"`\n]*\1/;
    const code = (text: string): string =>
      text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '').replace(/source: '[^']*'/g, '');
    const broken = files
      .filter(({ file }) => isPure(roomOf(file)) && !/sheets?\.ts$|headings\.ts$/.test(file))
      .filter(({ text }) => sentence.test(code(text)));
    expect(broken.map(({ file }) => file)).toEqual([]);
  });

  test('the simulator is a witness of its own: it knows nothing of the house, and the house nothing of it', () => {
    const outside = filesBelow(simulator).flatMap((file) =>
      importsOf(file)
        .filter(
          ({ target, inside }) =>
            !(inside ? resolve(src, target).startsWith(`${simulator}/`) : isPlain(target)),
        )
        .map(({ target }) => `${relative(simulator, file)} imports ${target}`),
    );
    expect(filesBelow(simulator).length).toBeGreaterThan(10);
    expect(outside).toEqual([]);
    const known = files.filter(({ imports }) =>
      imports.some(({ target }) => target.includes('simulator/')),
    );
    expect(known.map(({ file }) => file)).toEqual([]);
  });

  test('X14: a journey presses with a finger: no click, no mouse and no forced press', () => {
    const journeys = readdirSync(resolve(src, '../tests/journeys')).filter((name) =>
      name.endsWith('.ts'),
    );
    const mouse =
      /\.(click|dblclick|check|uncheck|setChecked|hover|dragTo)\(|\.mouse\.|\(\{ force: true \}\)/;
    const pressed = journeys.filter((name) =>
      mouse.test(readFileSync(resolve(src, '../tests/journeys', name), 'utf8')),
    );
    expect(journeys.length).toBeGreaterThan(40);
    expect(pressed).toEqual([]);
  });

  test('a test that puts something in the place of a module has its page for itself', () => {
    const inPages = filesBelow(resolve(src, '../tests')).filter((file) =>
      file.endsWith('.browser.test.ts'),
    );
    const mocking = inPages.filter((file) => /^vi\.mock\(/m.test(readFileSync(file, 'utf8')));
    expect(mocking).not.toEqual([]);
    expect(mocking.filter((file) => !file.endsWith('.alone.browser.test.ts'))).toEqual([]);
  });

  test('no rule of the lint is silenced in a file but where Kit asks for what it forbids', () => {
    const silenced = files.filter(({ text }) => /oxlint-disable|@typescript-eslint\//.test(text));
    expect(silenced.map(({ file }) => file)).toEqual(['app.d.ts']);
  });

  test('X18: what a screen saves may be refused: no answer is thrown away', () => {
    const thrown = /\bvoid \(?\s*(?:await )?[\w.]*\brecords\.(?:change|create)\b/;
    const broken = files.filter(({ file, text }) => SCREENS.test(file) && thrown.test(text));
    expect(broken.map(({ file }) => file)).toEqual([]);
    // A change that stands alone on its line drops its answer. Each of these says why beside it: it
    // takes a part back whose refusal means that someone changed it since, or follows something
    // that is told by itself, as a sync or what Apple did.
    const dropped = /^ *await [\w.]*\brecords\.change(?:Many)?(?:<\w+>)?\(/gm;
    const counts = files
      .filter(({ file }) => SCREENS.test(file) || WORK.test(file))
      .map(({ file, text }): [string, number] => [file, text.match(dropped)?.length ?? 0])
      .filter(([, count]) => count > 0);
    expect(Object.fromEntries(counts)).toEqual({
      'workspace/work/people/note-shut-out.ts': 1,
      'programmes/apple-credit/work/code/code-actions.ts': 1,
      'programmes/apple-credit/work/order/join-orders.ts': 2,
      'programmes/apple-licences/work/giving/say-of-licences.ts': 1,
      'programmes/apple-licences/work/sync/sync-token.ts': 1,
      'programmes/apple-licences/work/through-apple/ask-apple.ts': 1,
      'programmes/apple-licences/work/through-apple/record-done.ts': 1,
      'workspace/work/sync/tell-device.ts': 1,
      'programmes/adobe-vip/work/customer/change-customer.ts': 1,
      'programmes/adobe-vip/work/order/follow-placed.ts': 1,
      'programmes/adobe-vip/work/order/orders-back.ts': 4,
      'programmes/adobe-vip/work/order/place-order.ts': 2,
      'programmes/adobe-vip/work/return/ask-return.ts': 1,
    });
  });

  test('X18: no screen runs a command on records: the work of its programme, or of the workspace, does', () => {
    const writing = files
      .filter(({ file }) => /^(a programme|workspace)\/screens$/.test(roomOf(file)))
      .filter(({ text }) => WRITES.test(text.replace(COMMENT, '')))
      .map(({ file }) => file);
    expect(writing).toEqual([]);
  });

  test('X14: what a press begins is under way in one manner', () => {
    // The classes of ui/form keep a second press from beginning it again, and end it whatever
    // happens. What does so by hand is more than that.
    const byHand = [
      // Says which of several rows is at work.
      'workspace/screens/acts/ActRows.svelte',
      'workspace/screens/import/run/undo-run.svelte.ts',
      // Several at once, each with what it is about.
      'programmes/apple-licences/screens/at-apple/apple-open.svelte.ts',
      // Says how far it is, and is stopped in the middle.
      'programmes/apple-licences/screens/at-apple/apple-doing.svelte.ts',
      // Nothing is shown of it: a second look is the same look.
      'workspace/screens/vault/unlock/shown-secret.svelte.ts',
      // The frame of all form sheets: its two halves share it.
      'ui/sheets/SheetForm.svelte',
    ];
    const flag =
      /\bbusy\b[^=;\n]*= \$state\b|\bfinally(?: \{|\(\(\) => \()\s*[\w.#]+ = (?:false|undefined)\b/;
    const found = files
      .filter(({ file }) => SCREENS.test(file) && !file.startsWith('ui/form/'))
      .filter(({ text }) => flag.test(text))
      .map(({ file }) => file);
    expect(found.toSorted()).toEqual(byHand.toSorted());
  });

  test('X9: no text becomes markup or script', () => {
    const doors =
      /\{@html|\b(?:inner|outer)HTML\b|\binsertAdjacentHTML\b|\bdocument\.write|\bsrcdoc\b|\bsetHTML|\bDOMParser\b|\bcreateContextualFragment\b|\bjavascript:|\beval\(|\bnew Function\b/i;
    expect(files.filter(({ text }) => doors.test(text)).map(({ file }) => file)).toEqual([]);
    // No element is called by a variable.
    expect(files.filter(({ text }) => text.includes('<svelte:element'))).toEqual([]);
  });

  test('no generic names', () => {
    const generic = files.filter(({ file }) =>
      /(^|\/)(utils?|helpers?|managers?|common|misc)(\.[a-z.]+)?(\/|$)/i.test(file),
    );
    expect(generic.map(({ file }) => file)).toEqual([]);
  });
});
