import { ok, type Result } from '#core/result.ts';
import type { DoorProblem, DoorsOf, LetIn } from '#data/sync/server/accounts-client.ts';
import type { Role } from '#data/sync/server/role.ts';

/** The devices that the server lets in, as one screen looks at them and changes them. */
export class DevicesInside {
  readonly #doors: DoorsOf;
  #found = $state.raw<Awaited<ReturnType<DoorsOf['devices']>>>();

  constructor(doors: DoorsOf) {
    this.#doors = doors;
  }

  /** Those that are let in; none until the server has answered. */
  get all(): readonly LetIn[] {
    return this.#found?.ok === true ? this.#found.value : [];
  }
  /** Whether the server has answered. */
  get areKnown(): boolean {
    return this.#found?.ok === true;
  }
  get problem(): DoorProblem['code'] | undefined {
    return this.#found?.ok === false ? this.#found.problem.code : undefined;
  }

  async look(): Promise<void> {
    this.#found = await this.#doors.devices();
  }

  /** Lets a device change, or only read; answers why not. */
  async setRole(id: string, role: Role): Promise<DoorProblem['code'] | undefined> {
    const done = await this.#doors.setRole(id, role);
    await this.look();
    return done.ok ? undefined : done.problem.code;
  }

  /**
   * Removes a device, and those it admitted if `withLetIn` is set; returns which, or why not.
   */
  async shutOut(id: string, withLetIn: boolean): Promise<Result<readonly string[], DoorProblem>> {
    const done = await this.#doors.shutOut(id, { withLetIn });
    await this.look();
    return done.ok ? ok(done.value.devices ?? [id]) : done;
  }
}
