import type { SheetFile } from '#domain/sheet.ts';
import { refuse } from '#domain/result.ts';
import type { ReadProblem } from './read-problem.ts';
import { readWorkbook } from './read-workbook.ts';
import type { ReadReply, ReadRequest } from './sheet-messages.ts';

// The worker around `readWorkbook`: the page can end it at any time, whatever the file makes the parser do.

type Scope = { onmessage: (event: MessageEvent<ReadRequest>) => void; postMessage: (reply: ReadReply) => void };
const scope = globalThis as unknown as Scope;

/** Cells in one message: taking over a message is work of the page that cannot be interrupted. */
const PORTION = 20_000;

// What the parser throws may quote a cell, and a cell may be a code: its words end here.
scope.onmessage = ({ data }) => void answer(data).catch(() => sayProblem(refuse('unreadable-file').problem));

const answer = async ({ file, name }: ReadRequest): Promise<void> => {
  const bytes = await file.arrayBuffer().catch(() => undefined);
  if (bytes === undefined) return sayProblem(refuse('unreadable-file').problem);
  const read = await readWorkbook(new Uint8Array(bytes), name, (step, share) =>
    scope.postMessage({ is: 'progress', step, share }),
  );
  return read.ok ? sayFile(read.value) : sayProblem(read.problem);
};

const sayProblem = (problem: ReadProblem): void => scope.postMessage({ is: 'problem', problem });

const sayFile = ({ sheets, ...file }: SheetFile): void => {
  const all = sheets.reduce((sum, { rows }) => sum + rows.length, 0);
  let said = 0;
  for (const { name, rows } of sheets) {
    scope.postMessage({ is: 'sheet', name });
    for (let from = 0, to = 0; from < rows.length; from = to) {
      for (let cells = 0; to < rows.length && cells < PORTION; to += 1) cells += rows[to]?.cells.length ?? 0;
      said += to - from;
      scope.postMessage({ is: 'rows', rows: rows.slice(from, to), share: said / all });
    }
  }
  scope.postMessage({ is: 'done', file });
};
