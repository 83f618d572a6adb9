/**
 * What its records are called: one of them, those that an import brought ('' where none does), and
 * what takes one out of the trash.
 */
export const kinds = {
  'content-token': {
    name: 'Token',
    imported: 'Token',
    restore: 'Återställ token',
  },
  'volume-app': {
    name: 'App',
    imported: 'Appar',
    restore: 'Återställ appen',
  },
  'volume-user': {
    name: 'VPP-användare',
    imported: 'Användare',
    restore: 'Återställ användaren',
  },
  'assigned-licence': {
    name: 'Tilldelad licens',
    imported: 'Tilldelade licenser',
    restore: 'Återställ licensen',
  },
  'app-deployment': {
    name: 'Distribution',
    imported: 'Distributioner',
    restore: 'Återställ distributionen',
  },
};

/** What its sheets are read as. */
export const readAs = {
  licences: 'Appar och licenser',
  installs: 'Installationsstatus',
  users: 'Användare',
  assignments: 'Vem som har vilken licens',
};
