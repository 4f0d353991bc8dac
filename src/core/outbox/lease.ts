/**
 * Who is the sender: one instance at a time, by a lease in `claims` that it renews. Two may believe it for a moment at
 * worst (a clock that is off): each delivery is taken by its etag besides, so that never do two send the same one.
 */
import type { Clock, Document, Documents, Stored } from "../ports.ts";

export type Lease = {
  /** This process among all that ever held it. */
  holder(): string;
  /** Takes or renews it if it is time to; cheap when it is not. Throws "store-unavailable". */
  keep(): Promise<void>;
  /** True as long as calls may be started: it ends a while before anyone else may take over. */
  isMine(): boolean;
  /** Gives it back for good, so that another instance need not wait. */
  release(): Promise<void>;
};

type LeaseDocument = Document & {
  readonly type: "lease";
  readonly holder: string;
  /** Ms since 1970, by the holder's clock. */
  readonly until: number;
};

const leaseMs = 15_000;
const renewEveryMs = 5_000;
/** How often the others look. With the lease's own time: taken over within 20 seconds. */
const lookEveryMs = 2_000;
/** Between the last call that may start and the moment another may take over. */
const marginMs = 2_000;

const partition = "sender";
const id = "lease";

export function createLease(deps: {
  readonly documents: Documents;
  readonly clock: Clock;
  readonly newId: () => string;
}): Lease {
  const { documents, clock } = deps;
  let name: string | undefined;
  const holder = (): string => {
    name ??= deps.newId();
    return name;
  };
  let mine: { readonly etag: string; readonly until: number } | undefined;
  let seen: { readonly etag: string; readonly since: number } | undefined;
  let nextLookAt = 0;
  let keeping: Promise<void> | undefined;
  let isGivenBack = false;
  const now = () => clock.now().getTime();

  async function renewOrTake(): Promise<void> {
    const held = await documents.read<LeaseDocument>("claims", partition, id);
    // The time of the lease begins before the call that makes it.
    const began = now();
    if (held && held.doc.holder !== holder() && !isOver(held, began)) {
      mine = undefined;
      nextLookAt = began + lookEveryMs;
      return;
    }
    const until = began + leaseMs;
    const doc: LeaseDocument = { id, type: "lease", v: 1, holder: holder(), until };
    // Long after it is over nobody needs to know whose it was.
    const options = { expiresAt: new Date(until + leaseMs) };
    const written = held
      ? await documents.replace("claims", partition, doc, held.etag, options)
      : await documents.create("claims", partition, doc, options);
    const isTaken = written !== "stale" && written !== "exists";
    mine = isTaken ? { etag: written.etag, until } : undefined;
    nextLookAt = began + (isTaken ? renewEveryMs : lookEveryMs);
  }

  /** Also if nobody renewed it for as long as it lasts: its holder's clock may be ahead. */
  function isOver({ doc, etag }: Stored<LeaseDocument>, at: number): boolean {
    if (seen?.etag !== etag) seen = { etag, since: at };
    return at >= doc.until || at - seen.since >= leaseMs;
  }

  return {
    holder,
    async keep() {
      // A clock that was set back must not keep it from being renewed.
      const isEarly = now() < nextLookAt && nextLookAt - now() <= renewEveryMs;
      if (isEarly || isGivenBack) return;
      keeping ??= renewOrTake().finally(() => {
        keeping = undefined;
      });
      await keeping;
    },
    isMine: () => mine !== undefined && now() < mine.until - marginMs,
    async release() {
      isGivenBack = true;
      await keeping?.catch(() => undefined);
      if (!mine) return;
      const { etag } = mine;
      mine = undefined;
      await documents.delete("claims", partition, id, etag);
    },
  };
}
