import type { Day } from '#core/day/day.ts';
import type { HomeRow } from '#workspace/rules/reminders/home.ts';
import type { VolymRecord } from '#core/record/record.ts';
import type { Records } from '#data/records/records.ts';
import { writePlan } from '#data/reminder-plan.ts';
import { formatFor } from '#core/language/format.ts';
import type { Language } from '#core/language/language.ts';
import { localTime, type Clock } from '#platform/clock.ts';
import { reportBug } from '#platform/report-bug.ts';
import { askToRemind, sayWhere, wakeForReminders } from '#platform/browser/reminder-worker.ts';
import type { App } from '#ui/app.svelte.ts';
import type { Dues } from '../due/dues.svelte.ts';
import { effectUntil } from '#ui/effect-until.svelte.ts';
import { loadUiWords } from '#ui/words/load.ts';
import { atRest } from './at-rest.ts';
import { plannedItems, waitingItems } from './planned-items.ts';
import type { ReminderTexts } from './planned-words.ts';
import { loadWorkspaceWords } from '#workspace/words/load.ts';

/**
 * How many records are planned of those late and of those ahead, the earliest first; the others
 * follow as days pass.
 */
const PLANNED = 200;

/** An import writes many records: the plan is written once they rest. */
const REST_MS = 500;

/**
 * Keeps the plan of reminders in step with the records of the workspace in use, until the signal
 * comes, and lets the worker show what is due: at the start, with each change, on each new day, and
 * when the app comes into sight.
 */
export const followReminders = (app: App, dues: Pick<Dues, 'stock'>, signal: AbortSignal): void => {
  if (signal.aborted) return;
  const seen = (): void =>
    void (
      document.visibilityState === 'visible' && askToRemind(app.clock.today(), app.clock.now())
    );
  document.addEventListener('visibilitychange', seen, { signal });
  sayWhere(signal);
  void wakeForReminders();
  const language = $derived(app.language);
  effectUntil(signal, () =>
    app.hasWorkspace
      ? keepPlan({
          workspace: app.workspaceId,
          records: app.records,
          today: app.today,
          language,
          clock: app.clock,
          stock: dues.stock,
        })
      : undefined,
  );
};

type Planned = {
  readonly workspace: string;
  readonly records: Records;
  readonly today: Day;
  readonly clock: Clock;
  readonly language: Language;
  /** What home has under *do now* besides deadlines: the number on the icon counts it, too. */
  readonly stock: readonly HomeRow[];
};

/**
 * Plans for one day in one language. By hand: rxjs' own operators would lie in what home draws
 * with.
 */
const keepPlan = ({ workspace, records, today, clock, language, stock }: Planned): (() => void) => {
  const found: { late?: VolymRecord[]; ahead?: VolymRecord[] } = {};
  // With all else that comes once the app is drawn: half a second later someone may be typing a
  // passphrase.
  const early = loadTexts(language).catch(() => undefined);
  const write = async (): Promise<void> => {
    const texts = (await early) ?? (await loadTexts(language));
    const due = [...(found.late ?? []), ...(found.ahead ?? [])];
    await writePlan(workspace, today, (before, known) => [
      ...plannedItems(due, before, { ...localTime(clock), today }, texts, known),
      ...waitingItems(stock, today),
    ]);
    askToRemind(today, clock.now());
  };
  const failed = (error: unknown): void => reportBug('The reminders were not planned.', error);
  const writing = atRest(() => void write().catch(failed), REST_MS);
  const heard = (part: typeof found): void => {
    Object.assign(found, part);
    if (found.late !== undefined && found.ahead !== undefined) writing.again();
  };
  const late = records.live({ order: 'due', dueBefore: today, limit: PLANNED });
  const ahead = records.live({ order: 'due', dueFrom: today, limit: PLANNED });
  const heardOf = [
    late.subscribe((late) => heard({ late })),
    ahead.subscribe((ahead) => heard({ ahead })),
  ];
  return () => {
    writing.stop();
    for (const subscription of heardOf) subscription.unsubscribe();
  };
};

const loadTexts = async (language: Language): Promise<ReminderTexts> => {
  const [shell, reminders] = await Promise.all([
    loadUiWords(language, 'shell'),
    loadWorkspaceWords(language, 'reminders'),
  ]);
  return { shell, reminders, format: formatFor(language) };
};
