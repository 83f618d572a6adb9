import type { Answers } from '#core/import/file-question.ts';
import { keptApart } from '#core/import/mapping.ts';
import { ok, refuse } from '#core/result.ts';
import type { SheetFile } from '#core/import/sheet.ts';
import { gapsIn } from '../gaps-in.ts';
import { LIMITS } from './limits.ts';
import { readFiles } from './read-files.ts';
import type { AnyRow, AnyShelved } from '#programmes/imports.ts';
import { shelveAnyway, shelveAs, shelveFile, withTables } from '../shelve-file.ts';
import type { OpenProblem, ReadReply, ReadRequest } from './sheet-messages.ts';

// Reads a file, keeps its rows and says what they hold: passes over a hundred thousand rows would
// block the page, which can end the worker at any time, whatever the file makes the parser do.

type Scope = {
  onmessage: (event: MessageEvent<ReadRequest>) => void;
  postMessage: (reply: ReadReply) => void;
};
// A worker's own scope: the page's types know only `window`.
const scope = globalThis as unknown as Scope;

/** Rows in one message: taking over a message is work of the page that cannot be interrupted. */
const PORTION = 1000;

type Open = { readonly file: SheetFile; readonly shelved: AnyShelved };

let open: Open | undefined;

// What the parser throws may quote a cell, and a cell may be a code: its words end here.
scope.onmessage = ({ data }) => {
  void answer(data)
    .catch(() => UNREADABLE)
    .then((reply) => scope.postMessage(reply));
};

const UNREADABLE: ReadReply = { is: 'problem', problem: refuse('unreadable-file').problem };

const answer = async (request: ReadRequest): Promise<ReadReply> => {
  if (request.ask === 'open') return openFiles(request);
  if (open === undefined) return UNREADABLE;
  const { file, shelved } = open;
  if (request.ask === 'rows') return sayRows(shelved.shelf, request.answers);
  if (request.ask === 'map') shelved.shelf.map(request.mappings);
  else open = { file, shelved: shelveAs(file, shelved, request.sheet, request.as) };
  return { is: 'mapped', content: contentOf(open) };
};

const contentOf = ({ file, shelved: { shelf, skipped, gaps = [] } }: Open) => {
  const content = shelf.content();
  return {
    ...content,
    mapped: keptApart(content.mapped),
    skipped,
    gaps: [...gapsIn(file, content.sheets), ...gaps],
  };
};

const openFiles = async ({
  files,
  looksAfter,
  readAs,
}: Extract<ReadRequest, { ask: 'open' }>): Promise<ReadReply> => {
  const read = await readFiles(files, (step, share) =>
    scope.postMessage({ is: 'progress', step, share }),
  );
  if (!read.ok) return { is: 'problem', problem: read.problem };
  const file = withTables(read.value);
  const said = readAs && shelveAnyway(file, readAs);
  const found = said === undefined ? shelveFile(file, looksAfter) : ok(said);
  if (!found.ok) return { is: 'problem', problem: whyNothing(file) ?? found.problem };
  const { sheets: _, documents: __, cut: ___, openQuote: ____, ...rest } = file;
  open = { file, shelved: found.value };
  return { is: 'opened', file: { ...rest, ...contentOf(open) } };
};

/** Nothing was found, but the file was not read to its end. */
const whyNothing = ({ openQuote }: SheetFile): OpenProblem | undefined =>
  openQuote === undefined
    ? undefined
    : refuse('endless-cell', undefined, { row: openQuote, limit: LIMITS.cell }).problem;

const sayRows = (shelf: AnyShelved['shelf'], answers: Answers): ReadReply => {
  let rows: AnyRow[] = [];
  for (const row of shelf.rows(answers)) {
    rows.push(row);
    if (rows.length < PORTION) continue;
    scope.postMessage({ is: 'rows', rows });
    rows = [];
  }
  scope.postMessage({ is: 'rows', rows });
  return { is: 'all-rows', metadata: shelf.metadata(answers) };
};
