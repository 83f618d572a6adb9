import type { Choice } from '#core/import/choice.ts';
import type { RecordKey } from '#core/import/record-keys.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
  IncomingVip,
  KnownVip,
  VipPlan,
  VipRecordPlan,
} from '#programmes/adobe-vip/import/plan/planned.ts';
import { vipKeys } from '#programmes/adobe-vip/import/match/keys.ts';
import { planVip } from '#programmes/adobe-vip/import/plan/plan.ts';
import type { VipRow } from '#programmes/adobe-vip/import/read/values.ts';
import { vipFields, vipSteps, vipToWrite } from '#programmes/adobe-vip/import/plan/writes.ts';
import { changesBetween } from '#data/records/history.ts';
import { changeToWrite, recordBack, type Import } from '#core/import/imported-change.ts';
import type { Data, Draft, VolymRecord } from '#core/record/record.ts';
import type { ImportedChange } from '#core/import/import-run.ts';
import { readWorkbook } from '#data/import/read/read-workbook.ts';
import type { AnyShelf as Shelf } from '#programmes/imports.ts';
import { shelveFile } from '#data/import/shelve-file.ts';
import { doingOn } from './doing.ts';

/** The bytes of a file of the fixtures of Adobe. */
export const adobeFile = (name: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(readFileSync(join(import.meta.dirname, '../fixtures/adobe', name)));

/** A file of rows as a spreadsheet saves it. */
export const csvOf = (...rows: readonly string[]): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(rows.join('\n'));

/** What is on the shelf once a file was read; throws the code of its refusal. */
export const shelfOf = async (
  bytes: Uint8Array<ArrayBuffer>,
  name = 'lista.csv',
): Promise<Shelf> => {
  const read = await readWorkbook(bytes, name, () => undefined);
  if (!read.ok) throw new Error(read.problem.code);
  const shelved = shelveFile(read.value);
  if (!shelved.ok) throw new Error(shelved.problem.code);
  return shelved.value.shelf;
};

/** The rows of a file as values. */
export const rowsOf = async (bytes: Uint8Array<ArrayBuffer>, name?: string): Promise<VipRow[]> =>
  [...(await shelfOf(bytes, name)).rows({})] as VipRow[];

const KINDS = {
  'vip-customer': 'customers',
  'purchase-authorization': 'authorizations',
  'vip-order': 'orders',
  'return-authorization': 'returns',
  'price-list-item': 'prices',
  'invoice-line': 'invoices',
} as const;

/** Records as lists find and leave them, without a store. */
export class VipWorld {
  readonly records = new Map<string, VolymRecord>();
  #runs = 0;
  readonly #files = new Set<string>();
  readonly #written = new Map<string, ImportedChange['fields'][]>();
  /** The day on which lists are read; the next ones perhaps on another. */
  today: string;
  /** The moment at which they are read, if one is given. */
  now: number | undefined;

  constructor(today = '2026-11-20', records: readonly VolymRecord[] = []) {
    this.today = today;
    for (const record of records) this.records.set(record.id, record);
  }

  known(editions?: KnownVip['editions']): KnownVip {
    const all = Object.fromEntries(Object.values(KINDS).map((list) => [list, [] as VolymRecord[]]));
    for (const record of this.records.values())
      all[KINDS[record.kind as keyof typeof KINDS]]?.push(record);
    const rest = {
      strange: new Set<string>(),
      files: new Set(this.#files),
      written: this.#written,
      today: this.today,
      now: this.now,
      by: 'sara',
      editions,
    };
    return {
      ...all,
      ...rest,
      idOf: (key: readonly string[]) => key.join('/'),
    } as unknown as KnownVip;
  }

  plan(
    rows: readonly VipRow[],
    editions?: KnownVip['editions'],
    choice?: Choice,
    more: Pick<IncomingVip, 'files' | 'isPart'> = {},
  ): VipPlan {
    const made = new Set(keysOf(rows).map((key) => key.join('/')));
    const idOf = (key: readonly string[]): string => {
      const id = key.join('/');
      if (!made.has(id)) throw new TypeError(`no id was made for ${id}`);
      return id;
    };
    return planVip(
      { name: 'lista.csv', file: JSON.stringify(rows), rows, ...more },
      { ...this.known(editions), idOf },
      choice,
    );
  }

  /** Does what the dry run shows. */
  bring(
    rows: readonly VipRow[],
    choice?: Choice,
    more?: Pick<IncomingVip, 'files' | 'isPart'>,
  ): VipPlan {
    const plan = this.plan(rows, undefined, choice, more);
    this.#runs += 1;
    this.#files.add(JSON.stringify(rows));
    const run = `run-${this.#runs}`;
    let step = 0;
    const doing = { ...doingOn(), newId: () => `${run}.${(step += 1)}` };
    const work: Import = { run, file: 'f'.repeat(32), fileName: 'lista.csv', doing };
    for (const planned of [...plan.above, ...plan.under]) this.#write(planned, work);
    return plan;
  }

  of<R extends VolymRecord>(kind: keyof typeof KINDS): R[] {
    return [...this.records.values()].filter((record) => record.kind === kind) as R[];
  }

  #write(plan: VipRecordPlan, work: Import): void {
    const { before } = plan;
    if (before === undefined) return this.#put(vipToWrite(plan, work));
    const fields = vipFields(plan, work);
    this.#written.set(plan.id, [...(this.#written.get(plan.id) ?? []), fields]);
    const back =
      before.trashedOn === '' ? before : { ...before, ...recordBack(before, plan.row, work) };
    this.#put({ ...changeToWrite(back, { fields }, vipSteps(plan, work)), trashedOn: '' });
  }

  /** What a person changes of a record, with its history. */
  correct<D extends Data>(id: string, fields: Partial<D>): void {
    const before = this.records.get(id)!;
    this.#put({ ...before, data: { ...before.data, ...fields } });
  }

  #put(draft: Draft): void {
    const before = this.records.get(draft.id);
    const changes =
      before === undefined ? [] : changesBetween(draft.kind, before.data, draft.data, doingOn());
    const computed = { dueOn: '', newestFirst: 0, updatedAt: 0, updatedBy: 'sara', clashes: [] };
    const history = [...(before?.history ?? []), ...changes];
    this.records.set(draft.id, {
      ...computed,
      ...draft,
      history,
      steps: draft.steps ?? [],
      trashedOn: draft.trashedOn ?? '',
    });
  }
}

/** Every key that a plan of these rows may ask an id for. */
export const keysOf = (rows: readonly VipRow[]): RecordKey[] => {
  const keys = vipKeys(rows);
  let step = keys.next();
  while (step.done !== true) step = keys.next();
  return step.value;
};
