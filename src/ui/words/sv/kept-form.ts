/** What a form says of what was typed in it before it was left. */
export const keptForm = {
  kept: 'Det du skrev förra gången finns kvar.',
  startOver: 'Börja om',
  startedOver: 'Det du skrev är borttaget.',
  waits: (fields: number) =>
    fields === 1
      ? 'Det du skrev i ett fält före uppdateringen är inte inlagt: det som står där nu kan vara nyare.'
      : `Det du skrev i ${fields} fält före uppdateringen är inte inlagt: det som står där nu kan vara nyare.`,
  take: 'Lägg in det jag skrev',
  taken: 'Det du skrev är inlagt.',
};
