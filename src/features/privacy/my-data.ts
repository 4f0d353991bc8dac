/** Everything that is held about somebody, by kind. */
import type { Language } from "../../core/language.ts";
import type {
  DataDescription,
  DataSubject,
  HeldData,
  PersonalDataSource,
} from "../../core/personal-data.ts";
import type { Clock } from "../../core/ports.ts";

export type HeldKind = DataDescription & {
  readonly name: string;
  readonly items: readonly HeldData[];
  /** There may be more: a turn could not wait for it. */
  readonly isPartial?: true;
};

/**
 * Only kinds of which something is held, or may be. `until` (ms since 1970): a turn waits no longer; without it all is
 * found, however long that takes.
 */
export async function myDataOf(
  sources: readonly PersonalDataSource[],
  of: DataSubject,
  language: Language,
  { clock, until }: { readonly clock: Clock; readonly until?: number },
): Promise<readonly HeldKind[]> {
  const isUp =
    until === undefined ? undefined : clock.sleep(Math.max(0, until - clock.now().getTime()));
  const kinds = await Promise.all(
    sources.map(async ({ name, describe: inWords, find }): Promise<HeldKind> => {
      let isCut = false;
      const cut = () => {
        isCut = true;
      };
      const looking = find(of, language, until === undefined ? undefined : { until, cut });
      // What comes too late may also fail, and nobody waits for it.
      looking.catch(() => undefined);
      const items = await Promise.race([looking, ...(isUp ? [isUp] : [])]);
      const isPartial = !items || isCut;
      return {
        name,
        ...inWords(language),
        items: items ?? [],
        ...(isPartial && { isPartial }),
      };
    }),
  );
  return kinds.filter(({ items, isPartial }) => items.length > 0 || isPartial);
}

export const asFile = (
  { tenant, person }: DataSubject,
  kinds: readonly HeldKind[],
  { now }: Pick<Clock, "now">,
) => ({
  person: { tenant, person },
  at: now().toISOString(),
  data: kinds.map(({ name, title, why, kept, items }) => ({
    kind: name,
    title,
    why,
    kept,
    items: items.map(({ text, value }) => ({ text, ...value })),
  })),
});
