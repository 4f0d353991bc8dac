/** What terms hold about people: who changed them, in their history, and whom their sources and notes name. */
import { changeContent } from "../../core/change-content.ts";
import { partitionOf, type Term } from "../../core/content.ts";
import { dayAt, dayInWords } from "../../core/dates.ts";
import type { Language } from "../../core/language.ts";
import type { Library } from "../../core/library.ts";
import { keptDaysOf } from "../../core/network-settings.ts";
import {
  type DataSubject,
  formerMember,
  type HeldData,
  type Hurry,
  type PersonalDataSource,
} from "../../core/personal-data.ts";
import type { Clock, Documents } from "../../core/ports.ts";
import { sameJson } from "../../core/put-content.ts";
import { allOf, changeOne } from "../../core/query-all.ts";
import type { JsonObject } from "../../core/reply.ts";
import { type Instead, withoutTrace } from "../../core/traces.ts";
import { textsIn } from "../../texts/texts.ts";
import { titleOf } from "./look-up/term-words.ts";
import { type History, historyPartition, historyType, type TermVersion } from "./term-history.ts";
import { termType } from "./term-place.ts";

type Deps = {
  /** For turns. */
  readonly turnDocuments: Documents;
  /** The store that jobs may wait for. */
  readonly documents: Documents;
  readonly library: Pick<Library, "networks" | "contentOf" | "saw">;
  readonly clock: Pick<Clock, "now">;
};

const dayMs = 24 * 3_600_000;

const historiesIn = (partition: string) =>
  ({ container: "content", partition, where: [{ field: "type", equals: historyType }] }) as const;

export function termData(deps: Deps): PersonalDataSource {
  const { turnDocuments, documents, library, clock } = deps;
  const networks = () => [undefined, ...library.networks().map(({ id }) => id)];
  const keptDays = (network: string | undefined) => keptDaysOf(library, network, "keepProposals");

  async function changedBy(
    key: string,
    network: string | undefined,
    language: Language,
    hurry: Hurry | undefined,
  ): Promise<readonly HeldData[]> {
    const found: HeldData[] = [];
    for await (const { doc } of allOf<History>(
      turnDocuments,
      historiesIn(historyPartition(network)),
    )) {
      for (const { value, replacedAt, replacedBy } of doc.versions) {
        if (replacedBy === key) found.push(changed(value, replacedAt, language));
      }
      if (hurry && clock.now().getTime() > hurry.until) {
        hurry.cut();
        break;
      }
    }
    return found;
  }

  async function changeHistories(
    network: string | undefined,
    change: (history: History) => History,
  ): Promise<void> {
    const histories = historiesIn(historyPartition(network));
    const { container, partition } = histories;
    for await (const { doc } of allOf<History>(documents, histories)) {
      if (change(doc) === doc) continue;
      await changeOne<History>(documents, { container, partition, id: doc.id }, change);
    }
  }

  return {
    name: "term-history",
    describe: (language) => {
      const { about } = textsIn(language).terms.personalData;
      return { ...about, kept: about.kept(Math.max(...networks().map(keptDays))) };
    },
    async find({ key }, language, hurry) {
      const all = networks().map((one) => changedBy(key, one, language, hurry));
      return (await Promise.all(all)).flat();
    },
    async erase(of) {
      const instead = textsIn("sv").privacy.former;
      for (const network of networks()) {
        const partition = partitionOf(network);
        await changeContent<Term>(deps, { partition, type: termType }, (term) =>
          withoutCredits(term, of, instead),
        );
        await changeHistories(network, (history) => forgetIn(history, of, instead));
      }
    },
    async sweep(now) {
      for (const network of networks()) {
        const oldest = new Date(now.getTime() - keptDays(network) * dayMs).toISOString();
        await changeHistories(network, (history) => withoutAuthors(history, oldest));
      }
    },
  };
}

function changed(term: Term, at: string | undefined, language: Language): HeldData {
  const { lines } = textsIn(language).terms.personalData;
  const day = at === undefined ? "" : dayInWords(dayAt(new Date(at), "UTC"), language);
  return {
    text: lines.changed(titleOf(term, [language]), day),
    value: {
      term: term.id,
      ...(term.network !== undefined && { network: term.network }),
      ...(at !== undefined && { at }),
    },
  };
}

const isPerson = (by: string): boolean => by.indexOf(":") > 0;

/** A change so old, or of nobody knows when, is nobody's any more; what it changed stays. */
function withoutAuthors(history: History, oldest: string): History {
  const isOld = ({ replacedAt, replacedBy }: TermVersion): boolean =>
    isPerson(replacedBy) && (replacedAt === undefined || replacedAt <= oldest);
  if (!history.versions.some(isOld)) return history;
  const versions = history.versions.map((version) =>
    isOld(version) ? { ...version, replacedBy: formerMember } : version,
  );
  return { ...history, versions };
}

function forgetIn(history: History, of: DataSubject, instead: Instead): History {
  const versions = history.versions.map((version) => {
    const value = withoutCredits(version.value, of, instead);
    const isTheirs = version.replacedBy === of.key;
    if (value === version.value && !isTheirs) return version;
    return { ...version, value, replacedBy: isTheirs ? formerMember : version.replacedBy };
  });
  return versions.some((version, n) => version !== history.versions[n])
    ? { ...history, versions }
    : history;
}

/** What a term is called may be a name too: only where somebody is thanked, or quoted, are they taken out. */
function withoutCredits(term: Term, of: DataSubject, instead: Instead): Term {
  const { source, note } = term;
  const credits = {
    ...(source !== undefined && { source }),
    ...(note !== undefined && { note }),
  } satisfies JsonObject;
  const clean = withoutTrace(credits, of, instead);
  return sameJson(credits, clean) ? term : { ...term, ...clean };
}
