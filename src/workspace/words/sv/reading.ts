/** Words of a device that may read and not change. */
export const reading = {
  title: 'Du kan läsa, inte ändra',
  ask: 'Be om åtkomst',
  mayNow: 'Du får ändra nu',
  sayWho: 'Säg vem du är',
};
