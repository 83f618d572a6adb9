import type { Messages } from '../language.ts';
import type { couch as source } from '../sv/couch.ts';

/** Words of a workspace that is kept in step with any CouchDB, in English. */
export const couch = {
  title: 'A CouchDB of your own',
  connectText: (name: string) =>
    `${name} is kept in the database, too. Everything is sealed on the device first: the server cannot read it.`,
  movesText: (name: string, host: string) =>
    `${name} is kept in step with ${host} and moves to the database. Colleagues connect their own devices there.`,
  comeInText: 'Say where the workspace is, and the user that you were given there.',
  leavesDemo: 'The example is erased from the device.',
  address: 'Address',
  addressHint: 'For example https://couch.nordby.example',
  database: 'Database',
  databaseHint: 'If there is none it is made, where the user may do that.',
  databaseHere: 'Ask the person who connected the workspace.',
  user: 'User',
  password: 'Password',
  passwordHint: 'Kept on the device and sent to the server alone.',
  connect: 'Connect',
  next: 'Continue',
  asking: 'Asking the server',
  connected: 'Connected. Colleagues join by the same database.',
  open: 'Open the workspace',
  openByPhrase: (host: string) => `It is on ${host}. Type the passphrase of the workspace.`,
  openByKit: (host: string) => `It is on ${host}. Type the twelve words, or scan the code of the kit.`,
  usePhrase: 'Use the passphrase instead',
  back: 'Cancel',
  settingsTitle: 'Settings in CouchDB',
  settingsText: 'Put this into local.ini and restart CouchDB:',
  copySettings: 'Copy the settings',
  copied: 'The settings are copied',
  notCopied: 'The settings could not be copied. Select and copy them yourself.',
  problems: {
    'no-address': 'Type the address of the server. It begins with https://',
    'not-https':
      'The address must begin with https://, or others can read the password on its way. Only a server on this computer may have http://',
    unreachable:
      'The server does not answer, or does not allow requests from Volym (CORS). The browser does not say which. Check the address and the network. If they are right, turn on CORS as shown below.',
    'not-couch': 'Something other than CouchDB answers there. Check the address; the database does not belong in it.',
    'wrong-password': 'Wrong user or password. Type them again.',
    'no-right':
      'The user may not open the database. Ask whoever runs the CouchDB to make the user a member of the database.',
    'no-database': 'There is no such database. Check its name with the person who connected the workspace.',
    'may-not-make':
      'There is no such database, and the user may not make it. Ask whoever runs the CouchDB to make it and the user a member.',
    'bad-name':
      'A database cannot be called that. The name begins with a small letter a–z; then small letters, digits and _ $ ( ) + - /',
    'other-workspace':
      'Another workspace is in the database. Two are never mixed: choose another database, or join from a device without a workspace.',
    'other-contents': 'Something other than a Volym workspace is in the database. Choose an empty one.',
    'no-workspace':
      'The database is empty. Make the workspace on a device and connect it here first, under More, People.',
    'only-reads': 'This device may only read. Ask someone who may change to connect the workspace.',
    'server-trouble': 'The server answers wrongly, or was given too many wrong passwords. Wait a while and try again.',
    failed: 'It could not be saved on the device. Nothing is lost; try again.',
  },
  people: {
    title: 'The workspace is in a CouchDB',
    text: 'A colleague chooses Join a workspace, A CouchDB of your own, and types what stands here, their user and password there, and the passphrase.',
    address: 'Address',
    database: 'Database',
    cannot: [
      'There are no invitations that count once: everyone needs a user in CouchDB.',
      'A device is shut out by removing its user or changing the password. Then change keys under Settings, Lock and passphrase.',
      'Who may change is decided by the database, not by Volym.',
    ],
  },
  newPassword: {
    title: 'Type the password in use now',
    text: (user: string) => `CouchDB does not let ${user} in. What you did stays here and is sent then.`,
    save: 'Save and sync',
    saved: 'The password counts. Syncing again.',
  },
} satisfies Messages<typeof source>;
