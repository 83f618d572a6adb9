import { NOTHING, type RememberedMapping, type SheetPlace } from '#core/import/mapping.ts';
import { READ_AS, type ReadAs } from '#programmes/reads-as.ts';
import { workspaceIn } from '../workspace/workspace-in.ts';
import { withRemembered, type Remembering } from './mappings.ts';
import type { OpenLot } from './open-file.ts';
import { digestOf } from './read/file-digest.ts';
import { readingsOf, type Reading } from './read-as.ts';
import { rememberedBy, rememberedIn, type AllRemembered } from './remembered-by.ts';

/**
 * What the user says the sheets of a file are, now, or before of this file or of others with the
 * same headings.
 */
export class ChosenKinds {
  readonly #remembering: Remembering;
  readonly #said = new Map<string, ReadAs>();
  readonly #saidBefore = new Map<string, ReadAs>();
  readonly #asBefore = new Set<string>();
  /** What each sheet is remembered by: as it was taken for when the files were opened. */
  #known: readonly Known[] = [];

  constructor(remembering: Remembering) {
    this.#remembering = remembering;
  }

  /**
   * What someone said that a file is in which nothing was found, when it came before; undefined if
   * nobody did, or several were chosen.
   */
  async wholeBefore(chosen: Blob | readonly Blob[]): Promise<ReadAs | undefined> {
    const [file, ...more] = 'size' in chosen ? [chosen] : chosen;
    if (file === undefined || more.length > 0) return undefined;
    try {
      const digest = await digestOf(new Uint8Array(await file.arrayBuffer()));
      const place = { key: NOTHING, at: { digest, own: '' } };
      return await this.#saidOf(place, await this.#remembered());
    } catch {
      return undefined;
    }
  }

  /**
   * The files read as the user said before, with their columns as they were mapped. A sheet that
   * cannot be read so is guessed again. `anyway` says of a file alone what it is, and when that was
   * said.
   */
  async open(opened: OpenLot, anyway?: Anyway): Promise<OpenLot> {
    this.#said.clear();
    this.#saidBefore.clear();
    this.#asBefore.clear();
    this.#known = knownIn(opened);
    let lot = opened;
    if (anyway !== undefined) this.#saidAnyway(opened, anyway);
    else {
      const remembered = await this.#remembered().catch(() => ({}));
      for (const known of this.#known) {
        const as = await this.#saidOf(known, remembered).catch(() => undefined);
        if (as !== undefined) lot = await this.#asSaid(lot, known, as);
      }
    }
    return this.#mapped(lot);
  }

  #saidAnyway(lot: OpenLot, { as, place, isBefore }: Anyway): void {
    for (const { sheet } of sheetsIn(lot)) {
      this.#known = withKnown(this.#known, { name: sheet.name, key: NOTHING, at: place });
      if (isBefore) this.#saidBefore.set(sheet.name, as);
      else this.#said.set(sheet.name, as);
    }
  }

  async #remembered(): Promise<AllRemembered> {
    const shared = await workspaceIn(this.#remembering.records);
    return shared?.data.mappings ?? {};
  }

  async #saidOf(
    known: Omit<RememberedMapping, 'mapping'>,
    remembered: AllRemembered,
  ): Promise<ReadAs | undefined> {
    const by = await rememberedBy({ ...known, about: 'read-as:' }, this.#remembering.vault);
    const written = rememberedIn(remembered, by)?.['as'];
    return READ_AS.find((list) => list === written);
  }

  async #asSaid(lot: OpenLot, known: Known, as: ReadAs): Promise<OpenLot> {
    const next = await read(lot, known, as);
    for (const name of this.#newIn(lot, next, known)) this.#saidBefore.set(name, as);
    return next;
  }

  /** The sheets that are read of what was known by one thing: of a refused file those that are new. */
  #newIn(before: OpenLot, after: OpenLot, known: Known): readonly string[] {
    if (known.refused === undefined) return [known.name];
    const there = new Set(sheetsIn(before).map(({ sheet }) => sheet.name));
    const fresh = sheetsIn(after).filter(({ sheet }) => !there.has(sheet.name));
    const { at } = known;
    for (const { sheet } of fresh)
      this.#known = withKnown(this.#known, { name: sheet.name, key: NOTHING, at });
    return fresh.map(({ sheet }) => sheet.name);
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
    const before = await withRemembered(this.#remembering, lot, isMeant).catch(() => nothing);
    for (const sheet of before.sheets) this.#asBefore.add(sheet);
    return before.lot;
  }

  /** Reads a sheet again as someone says; the columns of the others stay as they are mapped. */
  async say(before: OpenLot, { name: sheet, refused }: Reading, as: ReadAs): Promise<OpenLot> {
    const isOf = (known: Known): boolean =>
      refused === undefined ? known.name === sheet : known.refused === refused;
    const known = this.#known.find(isOf) ?? { name: sheet, key: NOTHING, at: undefined };
    const lot = await read(before, known, as);
    const names = new Set(this.#newIn(before, lot, known));
    for (const { name, now } of readingsOf(lot, undefined)) {
      if (!names.has(name)) continue;
      // A sheet that holds no such thing stays what it was.
      if (now === as) this.#said.set(name, as);
      this.#asBefore.delete(name);
    }
    return this.#mapped(lot, (name) => names.has(name));
  }

  /**
   * The user's choices as they are remembered: under what the sheet was taken for, with its
   * headings; without any, by its own file.
   */
  get mappings(): readonly RememberedMapping[] {
    return this.#known.flatMap(({ name, key, at }) => {
      const isSaid = this.#known.some((one) => one.key === key && this.#said.has(one.name));
      // Where only one of two files with the same headings was said to be something else, the other
      // one says so: each is then remembered by itself.
      const others = key !== NOTHING && isSaid ? (this.#saidBefore.get(name) ?? '') : undefined;
      const as = this.#said.get(name) ?? others;
      return as === undefined || (at === undefined && key === NOTHING)
        ? []
        : [{ key, about: 'read-as:' as const, mapping: { as }, at }];
    });
  }
}

/** What a file alone is read as, though nothing was found in it, and whether that was said before. */
export type Anyway = {
  readonly as: ReadAs;
  readonly place: SheetPlace;
  readonly isBefore: boolean;
};

/** What a sheet, or a file in which nothing was found, is remembered by. */
type Known = {
  readonly name: string;
  readonly key: string;
  readonly at: SheetPlace | undefined;
  /** Which file it is, where nothing was found in the whole of it. */
  readonly refused?: number;
};

const read = (lot: OpenLot, { name, refused }: Known, as: ReadAs): Promise<OpenLot> =>
  refused === undefined ? lot.readAs(name, as) : lot.readAnyway(refused, as);

const withKnown = (all: readonly Known[], known: Known): readonly Known[] => [
  ...all.filter(({ name, refused }) => name !== known.name || refused !== undefined),
  known,
];

/** All that may be said of files: of their sheets, of those that are not read, and of whole files. */
const knownIn = (lot: OpenLot): readonly Known[] => [
  ...sheetsIn(lot).map(({ sheet, mapped: { key, at } }) => ({
    name: sheet.name,
    key: isHeaded(sheet) ? key : NOTHING,
    at,
  })),
  ...lot.skipped.map(({ name, place }) => ({ name, key: NOTHING, at: place })),
  ...lot.refused.map(({ name, place, at }) => ({ name, key: NOTHING, at: place, refused: at })),
];

type Outlined = OpenLot['parts'][number]['sheets'][number];
type Mapped = { readonly mapped: RememberedMapping; readonly sheet: Outlined };

/** The sheets of files, each with how it is mapped. */
const sheetsIn = ({ parts }: OpenLot): readonly Mapped[] =>
  parts.flatMap(({ mapped, sheets }) =>
    mapped.flatMap((one, at) => {
      const sheet = sheets[at];
      return sheet === undefined ? [] : [{ mapped: one, sheet }];
    }),
  );

/**
 * Without headings, the choice for one list would apply to every list with as many columns, even
 * to codes.
 */
const isHeaded = ({ headerRow, columns }: Outlined): boolean =>
  headerRow > 0 && columns.some(({ heading }) => heading.trim() !== '');
