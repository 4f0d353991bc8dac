/** How many questions a network's members asked, by month, and what came of them. Numbers only, of nobody. */
import type { Outcome } from "../../core/feature.ts";
import type { Clock, Document, Documents } from "../../core/ports.ts";
import { changeOne } from "../../core/query-all.ts";
import type { Turn } from "../../core/turn.ts";

export type Asked = { readonly answer: number; readonly choices: number; readonly nothing: number };

type Figures = Document & Asked & { readonly type: "figures" };

const monthsKept = 25;
const dayMs = 24 * 3_600_000;
const none: Asked = { answer: 0, choices: 0, nothing: 0 };
const outcomes: Readonly<Record<string, keyof Asked>> = {
  answer: "answer",
  choices: "choices",
  none: "nothing",
};

const monthOf = (at: Date): string => at.toISOString().slice(0, 7);

/** The months up to the one of a moment, the latest first. */
export const monthsTo = (at: Date, count: number): readonly string[] =>
  Array.from({ length: count }, (_, n) =>
    monthOf(new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() - n, 1))),
  );

export function createFigures(documents: Documents, clock: Pick<Clock, "now">) {
  /** Counted here and not yet in the store, by `network month`. */
  let counted = new Map<string, Asked>();

  const sum = (a: Asked, b: Asked): Asked => ({
    answer: a.answer + b.answer,
    choices: a.choices + b.choices,
    nothing: a.nothing + b.nothing,
  });

  async function add(network: string, month: string, more: Asked): Promise<void> {
    const id = `figures:${month}`;
    const expiresAt = new Date(clock.now().getTime() + monthsKept * 31 * dayMs);
    const first: Figures = { id, type: "figures", v: 1, ...more };
    const place = { container: "content", partition: network, id } as const;
    if ((await documents.create(place.container, network, first, { expiresAt })) !== "exists")
      return;
    const added = (doc: Figures): Figures => ({ ...doc, ...sum(doc, more) });
    await changeOne<Figures>(documents, place, added, () => ({ expiresAt }));
  }

  return {
    /** A question was asked, and this came of it. */
    note(turn: Turn, { label }: Outcome): void {
      const outcome = turn.type === "message" ? outcomes[label] : undefined;
      if (outcome === undefined) return;
      for (const { id } of turn.networks) {
        const key = `${id} ${monthOf(turn.at)}`;
        counted.set(key, sum(counted.get(key) ?? none, { ...none, [outcome]: 1 }));
      }
    },
    async keep(): Promise<void> {
      const all = counted;
      counted = new Map();
      for (const [key, more] of all) {
        const [network = "", month = ""] = key.split(" ");
        try {
          await add(network, month, more);
        } catch (error) {
          for (const [left, figures] of all)
            counted.set(left, sum(counted.get(left) ?? none, figures));
          throw error;
        }
        all.delete(key);
      }
    },
    async of(store: Documents, network: string, month: string): Promise<Asked> {
      const stored = await store.read<Figures>("content", network, `figures:${month}`);
      return sum(stored?.doc ?? none, counted.get(`${network} ${month}`) ?? none);
    },
  };
}

export type FiguresStore = ReturnType<typeof createFigures>;
