/** Beside home's list, where none of its rows is open. */
export const noDeadline = {
  name: 'Ingen frist är vald',
  title: 'Välj en frist',
  sentence: 'Här visas ordern eller token, stegen och dagarna.',
};
