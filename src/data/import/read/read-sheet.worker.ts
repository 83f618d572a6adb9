import { refuse } from '#core/result.ts';
import type { AnyRow } from '#programmes/imports.ts';
import { Lot } from '../lot/lot.ts';
import { digestOfMany, readFiles } from './read-files.ts';
import type { ReadReply, ReadRequest } from './sheet-messages.ts';

// Reads files, keeps their rows and says what they hold: passes over a hundred thousand rows would
// block the page, which can end the worker at any time, whatever the file makes the parser do.

type Scope = {
  onmessage: (event: MessageEvent<ReadRequest>) => void;
  postMessage: (reply: ReadReply) => void;
};
// A worker's own scope: the page's types know only `window`.
const scope = globalThis as unknown as Scope;

/** Rows in one message: taking over a message is work of the page that cannot be interrupted. */
const PORTION = 1000;

let open: Lot | undefined;

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
  if (request.ask === 'rows') return sayRows(open, request);
  if (request.ask === 'map') open.map(request.of, request.mappings);
  else if (request.ask === 'read-anyway') open.readAnyway(request.at, request.as);
  else open.readAs(request.sheet, request.as);
  return { is: 'mapped', content: open.content() };
};

const openFiles = async ({
  files,
  givenUp = [],
  apart = false,
  looksAfter,
  readAs,
}: Extract<ReadRequest, { ask: 'open' }>): Promise<ReadReply> => {
  const onFile = (at: number | undefined): void => scope.postMessage({ is: 'file', at });
  const read = await readFiles(
    files,
    (step, share) => scope.postMessage({ is: 'progress', step, share }),
    { givenUp, onFile },
  );
  const lot = await Lot.of(read, looksAfter, { onFile, apart });
  if (readAs !== undefined)
    for (const { at, mayBeSaid } of lot.content().refused)
      if (mayBeSaid) lot.readAnyway(at, readAs);
  const content = lot.content();
  // Of one file it is said why; of several each is named with what it may be read as.
  const [alone] = lot.isEmpty && files.length === 1 ? content.refused : [];
  if (alone !== undefined) return { is: 'problem', problem: alone.problem };
  open = lot;
  const digest = await digestOfMany(lot.files);
  return { is: 'opened', lot: { names: files.map(({ name }) => name), digest, ...content } };
};

const sayRows = (lot: Lot, { of, answers }: Extract<ReadRequest, { ask: 'rows' }>): ReadReply => {
  let rows: AnyRow[] = [];
  for (const row of lot.rows(of, answers)) {
    rows.push(row);
    if (rows.length < PORTION) continue;
    scope.postMessage({ is: 'rows', rows });
    rows = [];
  }
  scope.postMessage({ is: 'rows', rows });
  return { is: 'all-rows', metadata: lot.metadata(of, answers) };
};
