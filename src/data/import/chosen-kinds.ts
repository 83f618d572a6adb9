import type { RememberedMapping } from '#core/import/mapping.ts';
import { READ_AS, type ReadAs } from '#programmes/reads-as.ts';
import type { Records } from '../records/records.ts';
import { workspaceIn } from '../workspace/workspace-in.ts';
import { withRemembered } from './mappings.ts';
import type { OpenLot } from './open-file.ts';
import { readingsOf, type Reading } from './read-as.ts';

/** What the user says the sheets of a file are, now or for earlier files with the same headings. */
export class ChosenKinds {
  readonly #records: Pick<Records, 'get'>;
  readonly #said = new Map<string, ReadAs>();
  readonly #saidBefore = new Set<string>();
  readonly #asBefore = new Set<string>();
  #opened: OpenLot | undefined;

  constructor(records: Pick<Records, 'get'>) {
    this.#records = records;
  }

  /**
   * The files read as the user said before, with their columns as they were mapped. A sheet that
   * cannot be read so is guessed again.
   */
  async open(opened: OpenLot): Promise<OpenLot> {
    this.#opened = opened;
    this.#said.clear();
    this.#saidBefore.clear();
    const shared = await workspaceIn(this.#records).catch(() => undefined);
    let lot = opened;
    for (const { key, sheet } of keyed(opened)) {
      const written = shared?.data.mappings[chosenKey(key)]?.['as'];
      const as = READ_AS.find((list) => list === written);
      if (!isHeaded(sheet) || as === undefined) continue;
      lot = await lot.readAs(sheet.name, as);
      this.#saidBefore.add(sheet.name);
    }
    this.#asBefore.clear();
    return this.#mapped(lot);
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

  async #mapped(lot: OpenLot, isMeant?: (sheet: string) => boolean): Promise<OpenLot> {
    const nothing = { lot, sheets: [] };
    const before = await withRemembered(this.#records, lot, isMeant).catch(() => nothing);
    for (const sheet of before.sheets) this.#asBefore.add(sheet);
    return before.lot;
  }

  /** Reads a sheet again as someone says; the columns of the others stay as they are mapped. */
  async say(before: OpenLot, { name: sheet, refused }: Reading, as: ReadAs): Promise<OpenLot> {
    if (refused !== undefined) {
      const there = new Set(keyed(before).map(({ sheet: one }) => one.name));
      return this.#mapped(await before.readAnyway(refused, as), (name) => !there.has(name));
    }
    const lot = await before.readAs(sheet, as);
    // A sheet that holds no such thing stays what it was.
    const isSo = readingsOf(lot, undefined).some(({ name, now }) => name === sheet && now === as);
    if (isSo) this.#said.set(sheet, as);
    this.#asBefore.delete(sheet);
    return this.#mapped(lot, (name) => name === sheet);
  }

  /**
   * The user's choices as they are remembered: under what the sheet was taken for, with its
   * headings.
   */
  get mappings(): readonly RememberedMapping[] {
    const opened = this.#opened;
    if (opened === undefined) return [];
    const sheets = keyed(opened).filter(({ sheet }) => isHeaded(sheet));
    const saidOf = ({ name }: Outlined): ReadAs | undefined => this.#said.get(name);
    return sheets.flatMap(({ key, sheet }) => {
      const as = saidOf(sheet);
      // Where only one of two files with the same headings was said to be something else, nobody
      // knows which of them a later file is like.
      const isOfAll = sheets.every((one) => one.key !== key || saidOf(one.sheet) === as);
      return as === undefined || !isOfAll ? [] : [{ key: chosenKey(key), mapping: { as } }];
    });
  }
}

type Outlined = OpenLot['parts'][number]['sheets'][number];

/** The sheets of files, each with what it is remembered by. */
const keyed = ({ parts }: OpenLot): readonly { readonly key: string; readonly sheet: Outlined }[] =>
  parts.flatMap(({ mapped, sheets }) =>
    mapped.flatMap(({ key }, at) => {
      const sheet = sheets[at];
      return sheet === undefined ? [] : [{ key, sheet }];
    }),
  );

/**
 * Without headings, the choice for one list would apply to every list with as many columns, even
 * to codes.
 */
const isHeaded = ({ headerRow, columns }: Outlined): boolean =>
  headerRow > 0 && columns.some(({ heading }) => heading.trim() !== '');

const chosenKey = (key: string): string => `read-as:${key}`;
