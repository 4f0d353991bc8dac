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
};

/** Only kinds of which something is held. */
export async function myDataOf(
  sources: readonly PersonalDataSource[],
  of: DataSubject,
  language: Language,
): Promise<readonly HeldKind[]> {
  const kinds = await Promise.all(
    sources.map(async ({ name, describe: inWords, find }) => ({
      name,
      ...inWords(language),
      items: await find(of, language),
    })),
  );
  return kinds.filter(({ items }) => items.length > 0);
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
