/** What sample content must be beyond what an import checks. Each function returns what is wrong, as sentences. */
import type { Contact, Practice } from "../../src/core/content.ts";

type Version = Pick<Practice, "id" | "language" | "title" | "body">;

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];

const nameOf = ({ id, language }: Pick<Version, "id" | "language">): string =>
  `${id} (${language})`;

/** Every five words that follow each other. */
function runsOf(text: string): ReadonlySet<string> {
  const words = wordsOf(text);
  return new Set(words.slice(4).map((_, at) => words.slice(at, at + 5).join(" ")));
}

const mostShared = 0.4;

/** Different practices of one language that are largely the same words. */
export function sameWords(versions: readonly Version[]): readonly string[] {
  const runs = versions.map((version) => ({ version, runs: runsOf(version.body) }));
  return runs.flatMap((one, at) =>
    runs.slice(at + 1).flatMap((other) => {
      if (one.version.language !== other.version.language) return [];
      if (one.version.id === other.version.id) return [];
      const shared = [...one.runs].filter((run) => other.runs.has(run)).length;
      const share = shared / Math.max(1, Math.min(one.runs.size, other.runs.size));
      return share > mostShared
        ? [`${nameOf(one.version)} and ${nameOf(other.version)} share ${Math.round(share * 100)} %`]
        : [];
    }),
  );
}

/** Language versions that were not translated. */
export function untranslated(versions: readonly Version[]): readonly string[] {
  return [...Map.groupBy(versions, ({ id }) => id).values()].flatMap((same) =>
    same.flatMap((one, at) =>
      same
        .slice(at + 1)
        .filter((other) => other.title === one.title || other.body === one.body)
        .map((other) => `${nameOf(one)} and ${nameOf(other)} are the same text`),
    ),
  );
}

const fewestWords = 120;
const fewestQuestions = 3;

export function tooShort(practices: readonly Practice[]): readonly string[] {
  return practices.flatMap((practice) => [
    ...(wordsOf(practice.body).length < fewestWords ? [`${nameOf(practice)} is too short`] : []),
    ...(practice.questions.length < fewestQuestions
      ? [`${nameOf(practice)} has too few questions`]
      : []),
  ]);
}

export function withoutSource(practices: readonly Practice[]): readonly string[] {
  return practices
    .filter(
      ({ source, sourceUrl }) =>
        !source || !/^https:\/\/[^/\s]+\.[a-z]+(\/|$)/u.test(sourceUrl ?? ""),
    )
    .map((practice) => `${nameOf(practice)} has no source on the web`);
}

export function unknownContacts(
  practices: readonly Practice[],
  contacts: readonly Contact[],
): readonly string[] {
  return practices.flatMap((practice) =>
    practice.contacts
      .filter((id) => !contacts.some((one) => one.id === id && one.network === practice.network))
      .map((id) => `${nameOf(practice)} names ${id}, who is not in its network`),
  );
}

/** Nobody's: no subscriber number in Finland begins with 000. */
const inventedPhone = /^\+358 \d{1,2} 000 \d{4}$/u;
const phoneInText = /\+358[\d\s()-]{5,}\d|\b0\d{1,2}[\s-]\d{3}[\s-]?\d{3,4}\b/gu;
const exampleAddress = /^[^@\s]+@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.example$/u;

export function realLooking(
  contacts: readonly Contact[],
  practices: readonly Practice[],
): readonly string[] {
  const people = contacts.flatMap(({ id, email, phone, teamsId }) => [
    ...(exampleAddress.test(email ?? "") ? [] : [`${id} has the address ${email}`]),
    ...(teamsId === undefined || exampleAddress.test(teamsId)
      ? []
      : [`${id} signs in as ${teamsId}`]),
    ...(phone === undefined || inventedPhone.test(phone) ? [] : [`${id} has the number ${phone}`]),
  ]);
  const texts = practices.flatMap((practice) => {
    const text = [practice.title, practice.summary, practice.body].join("\n");
    const numbers = text.match(phoneInText) ?? [];
    const addresses = (text.match(/[^\s@]+@[^\s@]+\.\w+/gu) ?? []).filter(
      (one) => !exampleAddress.test(one),
    );
    return [...numbers, ...addresses].map((found) => `${nameOf(practice)} tells ${found}`);
  });
  return [...people, ...texts];
}
