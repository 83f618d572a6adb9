/** The state of an installation for one user or device (B13). */
export const INSTALL_STATES = ['installed', 'pending', 'failed', 'not-installed'] as const;

/** The state of an installation for one user or device (B13). */
export type InstallState = (typeof INSTALL_STATES)[number];

/**
 * The state of an installation according to a list; `unknown` if the system itself does not
 * know.
 */
export type ListedInstall = {
  readonly state: InstallState | 'unknown';
  /** What the four states do not say. */
  readonly note?: 'not-applicable' | 'uninstall-failed';
};

/** A user's devices by the state of the app on them. */
export type DeviceCounts = Readonly<
  Record<'failed' | 'pending' | 'installed' | 'notInstalled' | 'notApplicable', number>
>;

/** The states of an app's installations, for licences with a holder (B13). */
export type InstallCounts = Readonly<
  Record<'failed' | 'pending' | 'installed' | 'notInstalled', number>
>;
