import type { RememberedMapping } from '#core/import/mapping.ts';
import { programmeReading, READ_AS, type ReadAs } from '#programmes/reads-as.ts';
import type { Records } from '../records/records.ts';
import { workspaceIn } from '../workspace/workspace-in.ts';
import { withRemembered } from './mappings.ts';
import type { OpenFile } from './open-file.ts';
import { readingsOf } from './read-as.ts';

/** What the user says the sheets of a file are, now or for earlier files with the same headings. */
export class ChosenKinds {
  readonly #records: Pick<Records, 'get'>;
  readonly #said = new Map<string, ReadAs>();
  readonly #saidBefore = new Set<string>();
  readonly #asBefore = new Set<string>();
  #opened: OpenFile | undefined;

  constructor(records: Pick<Records, 'get'>) {
    this.#records = records;
  }

  /**
   * The file read as the user said before, with its columns as they were mapped. A sheet that
   * cannot be read so is guessed again.
   */
  async open(opened: OpenFile): Promise<OpenFile> {
    this.#opened = opened;
    this.#said.clear();
    this.#saidBefore.clear();
    const shared = await workspaceIn(this.#records).catch(() => undefined);
    let file = opened;
    for (const [at, { key }] of opened.mapped.entries()) {
      const sheet = opened.sheets[at];
      const written = shared?.data.mappings[chosenKey(key)]?.['as'];
      const as = READ_AS.find((list) => list === written);
      if (sheet !== undefined && isHeaded(sheet) && as !== undefined && staysWhole(file, as)) {
        file = await file.readAs(sheet.name, as);
        this.#saidBefore.add(sheet.name);
      }
    }
    this.#asBefore.clear();
    return this.#mapped(file);
  }

  /** Who said what a sheet is: the user now, or for an earlier file; undefined if nobody did. */
  saidOf(sheet: string): 'now' | 'before' | undefined {
    return this.#said.has(sheet) ? 'now' : this.#saidBefore.has(sheet) ? 'before' : undefined;
  }

  /** Whether the columns of a sheet mean what they meant last time. */
  isAsBefore(sheet: string): boolean {
    return this.#asBefore.has(sheet);
  }

  /** Someone gave a column of the sheet another meaning. */
  changed(sheet: string): void {
    this.#asBefore.delete(sheet);
  }

  async #mapped(file: OpenFile, only?: string): Promise<OpenFile> {
    const nothing = { file, sheets: [] };
    const before = await withRemembered(this.#records, file, only).catch(() => nothing);
    for (const sheet of before.sheets) this.#asBefore.add(sheet);
    return before.file;
  }

  /** Reads a sheet again as someone says; the columns of the others stay as they are mapped. */
  async say(before: OpenFile, sheet: string, as: ReadAs): Promise<OpenFile> {
    const file = await before.readAs(sheet, as);
    // A sheet that holds no such thing stays what it was.
    const isSo = readingsOf(file, undefined).some(({ name, now }) => name === sheet && now === as);
    if (isSo) this.#said.set(sheet, as);
    const only = file.programme === before.programme ? sheet : undefined;
    if (only === undefined) this.#asBefore.clear();
    else this.#asBefore.delete(only);
    return this.#mapped(file, only);
  }

  /**
   * The user's choices as they are remembered: under what the sheet was taken for, with its
   * headings.
   */
  get mappings(): readonly RememberedMapping[] {
    const opened = this.#opened;
    if (opened === undefined) return [];
    return opened.mapped.flatMap(({ key }, at) => {
      const sheet = opened.sheets[at];
      const as = this.#said.get(sheet?.name ?? '');
      return as === undefined || sheet === undefined || !isHeaded(sheet)
        ? []
        : [{ key: chosenKey(key), mapping: { as } }];
    });
  }
}

/**
 * Without headings, the choice for one list would apply to every list with as many columns, even
 * to codes.
 */
const isHeaded = ({ headerRow, columns }: OpenFile['sheets'][number]): boolean =>
  headerRow > 0 && columns.some(({ heading }) => heading.trim() !== '');

/**
 * Whether the choice for one sheet leaves the others as they are: a file belongs to one programme,
 * and only a file with a single sheet moves to another.
 */
const staysWhole = ({ programme, sheets }: OpenFile, as: ReadAs): boolean =>
  sheets.length === 1 || programme === programmeReading(as);

const chosenKey = (key: string): string => `read-as:${key}`;
