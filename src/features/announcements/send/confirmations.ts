/** Who has confirmed that they have read an announcement. Reading is never inferred. */
import type { Digest, Document, Documents } from "../../../core/ports.ts";
import type { Announcement } from "../announcement.ts";

type Of = Pick<Announcement, "id" | "network">;

type Confirmation = Document & {
  readonly type: "confirmation";
  /** The announcement's id, to count by. */
  readonly announcement: string;
  /** `tenant:person` */
  readonly person: string;
  /** Of the announcement, as it was confirmed. */
  readonly version: number;
  /** ISO. */
  readonly at: string;
};

const page = 500;

export function createConfirmations(deps: {
  readonly documents: Documents;
  readonly digest: Digest;
}) {
  const { documents, digest } = deps;
  const idOf = ({ id }: Of, person: string) => `confirmation:${digest(`${id}/${person}`)}`;

  async function find(of: Of, person: string): Promise<Confirmation | undefined> {
    const found = await documents.read<Confirmation>("content", of.network, idOf(of, person));
    return found?.doc;
  }

  return {
    find,

    /** The moment it was confirmed first: a correction does not ask again. */
    async confirm(
      of: Pick<Announcement, "id" | "network" | "version">,
      person: string,
      at: Date,
    ): Promise<Date> {
      const { network, id: announcement, version } = of;
      const doc: Confirmation = {
        id: idOf(of, person),
        type: "confirmation",
        v: 1,
        announcement,
        person,
        version,
        at: at.toISOString(),
      };
      const there = await find(of, person);
      if (there) return new Date(there.at);
      if ((await documents.create("content", network, doc)) !== "exists") return at;
      const first = await find(of, person);
      return first ? new Date(first.at) : at;
    },

    /** Everyone who has confirmed it, by `tenant:person`. */
    async *all({ id, network }: Of): AsyncGenerator<Confirmation> {
      let after: string | undefined;
      do {
        const found = await documents.query<Confirmation>({
          container: "content",
          partition: network,
          where: [
            { field: "type", equals: "confirmation" },
            { field: "announcement", equals: id },
          ],
          limit: page,
          ...(after !== undefined && { after }),
        });
        for (const { doc } of found.items) yield doc;
        after = found.next;
      } while (after !== undefined);
    },
  };
}

export type Confirmations = ReturnType<typeof createConfirmations>;
