/** What a form says of what was typed in it before it was left. */
export const keptForm = {
  kept: 'Det du skrev förra gången finns kvar.',
  startOver: 'Börja om',
  startedOver: 'Det du skrev är borttaget.',
};
