/** How a page fared while something ran: all times in ms. */
export type Pressed<T> = {
  readonly result: T;
  /** How often the button answered. */
  readonly answers: number;
  /** Beats of a clock that runs beside the page, one every 20 ms, whatever the page does. */
  readonly beats: number;
  /** The page's tasks over 50 ms as the browser counts them, the longest first. */
  readonly longTasks: readonly number[];
};

/** A separate clock: a worker's timer goes on while the page hangs. */
const beat = (): Worker => {
  const address = URL.createObjectURL(new Blob(['setInterval(() => postMessage(0), 20)']));
  const worker = new Worker(address);
  URL.revokeObjectURL(address);
  return worker;
};

/** Presses a button at every turn that the page comes to, until the work is done. */
export const pressEachTurn = async <T>(work: () => Promise<T>): Promise<Pressed<T>> => {
  const button = document.body.appendChild(document.createElement('button'));
  let [answers, beats, isDone] = [0, 0, false];
  const longTasks: number[] = [];
  button.addEventListener('click', () => void (answers += 1));
  const observer = new PerformanceObserver((list) => {
    longTasks.push(...list.getEntries().map(({ duration }) => Math.round(duration)));
  });
  observer.observe({ entryTypes: ['longtask'] });
  const clock = beat();
  await new Promise((resolve) => clock.addEventListener('message', resolve, { once: true }));
  clock.addEventListener('message', () => void (beats += 1));
  const press = (): void => {
    if (isDone) return;
    button.click();
    setTimeout(press);
  };
  press();
  const result = await work().finally(() => (isDone = true));
  // Measurements arrive a turn later, and the beats of a page that hung wait in a queue.
  await new Promise((resolve) =>
    clock.addEventListener('message', () => setTimeout(resolve), { once: true }),
  );
  clock.terminate();
  observer.disconnect();
  button.remove();
  return { result, answers, beats, longTasks: longTasks.sort((a, b) => b - a) };
};
