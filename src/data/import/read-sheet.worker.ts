import type { Answers } from '#domain/import/file-question.ts';
import { refuse } from '#domain/result.ts';
import { readFiles } from './read-files.ts';
import type { Shelf } from './shelf.ts';
import { shelveFile } from './shelve-file.ts';
import type { AnyRow, NamedBlob, ReadReply, ReadRequest } from './sheet-messages.ts';

// Reads a file, keeps its rows and says what they hold: passes over a hundred thousand rows would block the page, which
// can end the worker at any time, whatever the file makes the parser do.

type Scope = { onmessage: (event: MessageEvent<ReadRequest>) => void; postMessage: (reply: ReadReply) => void };
const scope = globalThis as unknown as Scope;

/** Rows in one message: taking over a message is work of the page that cannot be interrupted. */
const PORTION = 1000;

let shelf: Shelf | undefined;

// What the parser throws may quote a cell, and a cell may be a code: its words end here.
scope.onmessage = ({ data }) => {
  void answer(data)
    .catch(() => UNREADABLE)
    .then((reply) => scope.postMessage(reply));
};

const UNREADABLE: ReadReply = { is: 'problem', problem: refuse('unreadable-file').problem };

const answer = async (request: ReadRequest): Promise<ReadReply> => {
  if (request.ask === 'open') return open(request.files);
  if (shelf === undefined) return UNREADABLE;
  if (request.ask === 'rows') return sayRows(shelf, request.answers);
  shelf.map(request.mappings);
  return { is: 'mapped', content: shelf.content() };
};

const open = async (files: readonly NamedBlob[]): Promise<ReadReply> => {
  const read = await readFiles(files, (step, share) => scope.postMessage({ is: 'progress', step, share }));
  if (!read.ok) return { is: 'problem', problem: read.problem };
  const found = shelveFile(read.value);
  if (!found.ok) return { is: 'problem', problem: found.problem };
  const { sheets: _, documents: __, ...rest } = read.value;
  shelf = found.value.shelf;
  return { is: 'opened', file: { ...rest, ...shelf.content(), skipped: found.value.skipped } };
};

const sayRows = (shelf: Shelf, answers: Answers): ReadReply => {
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
