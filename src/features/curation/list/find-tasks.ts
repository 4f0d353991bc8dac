/** What waits for the coordinators of networks, in the order in which it is worth doing. Pure. */
import type { Contact, Draft, Gap, Practice } from "../../../core/content.ts";
import type { Language } from "../../../core/language.ts";

export type Task =
  | { readonly kind: "draft"; readonly draft: Draft }
  /** Imported as a draft. */
  | { readonly kind: "unpublished"; readonly practice: Practice }
  | { readonly kind: "review"; readonly practice: Practice }
  | { readonly kind: "consent"; readonly contact: Contact }
  | { readonly kind: "gap"; readonly gap: GapTask };

export type TaskKind = Task["kind"];

/** The same question, however often it was asked. */
export type GapTask = {
  readonly key: string;
  readonly text: string;
  readonly language: Language;
  readonly times: number;
  /** ISO: when it was asked last. */
  readonly at: string;
};

export type Sources = {
  readonly drafts: readonly Draft[];
  readonly practices: readonly Practice[];
  readonly contacts: readonly Contact[];
  readonly gaps: readonly Gap[];
};

/** So old a consent is asked for again. */
const consentYears = 2;

/** `today` is YYYY-MM-DD; the oldest first, but of gaps the most frequent. */
export function findTasks(sources: Sources, today: string): readonly Task[] {
  const { drafts, practices, contacts, gaps } = sources;
  const oldest = <T>(items: readonly T[], dayOf: (item: T) => string): readonly T[] =>
    [...items].sort((a, b) => dayOf(a).localeCompare(dayOf(b)));
  return [
    ...oldest(
      drafts.filter(({ state }) => state === "waiting"),
      ({ proposedAt }) => proposedAt,
    ).map((draft) => ({ kind: "draft" as const, draft })),
    ...practices
      .filter(({ status }) => status === "draft")
      .map((practice) => ({ kind: "unpublished" as const, practice })),
    ...oldest(
      practices.filter((one) => isDue(one, today)),
      ({ reviewBy = "" }) => reviewBy,
    ).map((practice) => ({ kind: "review" as const, practice })),
    ...oldest(
      contacts.filter((one) => isOld(one, today)),
      ({ consent }) => consent,
    ).map((contact) => ({ kind: "consent" as const, contact })),
    ...gathered(gaps).map((gap) => ({ kind: "gap" as const, gap })),
  ];
}

export const isDue = ({ status, reviewBy }: Practice, today: string): boolean =>
  status === "published" && reviewBy !== undefined && reviewBy < today;

export const isOld = ({ consent }: Contact, today: string): boolean =>
  consent < yearsFrom(today, -consentYears);

/** The same day so many years later. */
export function yearsFrom(day: string, years: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCFullYear(date.getUTCFullYear() + years);
  return date.toISOString().slice(0, 10);
}

/** What two writings of one question have in common. */
export const gapKey = ({ text, language }: Pick<Gap, "text" | "language">): string =>
  `${language}:${(
    text
      .toLowerCase()
      .normalize("NFC")
      .match(/[\p{L}\d]+/gu) ?? []
  ).join(" ")}`;

function gathered(gaps: readonly Gap[]): readonly GapTask[] {
  const open = gaps.filter(({ doneAt }) => doneAt === undefined);
  return [...Map.groupBy(open, gapKey)]
    .flatMap(([key, same]): readonly GapTask[] => {
      const latest = same.reduce((a, b) => (b.at > a.at ? b : a));
      const { text, language, at } = latest;
      return [{ key, text, language, times: same.length, at }];
    })
    .sort((a, b) => b.times - a.times || b.at.localeCompare(a.at));
}
