/** What terms hold about people: who changed them, in their history, and whom their sources and notes name. */
import { changeContent } from "../../core/change-content.ts";
import { partitionOf, type Term } from "../../core/content.ts";
import { dayAt, dayInWords } from "../../core/dates.ts";
import type { Language } from "../../core/language.ts";
import type { Library } from "../../core/library.ts";
import {
  type DataSubject,
  formerMember,
  type HeldData,
  type PersonalDataSource,
} from "../../core/personal-data.ts";
import type { Clock, Documents } from "../../core/ports.ts";
import { sameJson } from "../../core/put-content.ts";
import { allOf, changeOne } from "../../core/query-all.ts";
import type { JsonObject } from "../../core/reply.ts";
import { withoutTrace } from "../../core/traces.ts";
import { textsIn } from "../../texts/texts.ts";
import { titleOf } from "./look-up/term-words.ts";
import { type History, historyPartition, historyType } from "./term-history.ts";
import { termType } from "./term-place.ts";

type Deps = {
  /** For turns. */
  readonly turnDocuments: Documents;
  /** The store that jobs may wait for. */
  readonly documents: Documents;
  readonly library: Pick<Library, "networks" | "saw">;
  readonly clock: Pick<Clock, "now">;
};

/** Of a turn's ten seconds: after an import a history has a document for each term. */
const patienceMs = 3_000;

const historiesIn = (partition: string) =>
  ({ container: "content", partition, where: [{ field: "type", equals: historyType }] }) as const;

export function termData(deps: Deps): PersonalDataSource {
  const { turnDocuments, documents, library, clock } = deps;
  const networks = () => [undefined, ...library.networks().map(({ id }) => id)];

  async function changedBy(key: string, network: string | undefined, language: Language) {
    const found: HeldData[] = [];
    const until = clock.now().getTime() + patienceMs;
    for await (const { doc } of allOf<History>(
      turnDocuments,
      historiesIn(historyPartition(network)),
    )) {
      for (const { value, replacedAt, replacedBy } of doc.versions) {
        if (replacedBy === key) found.push(changed(value, replacedAt, language));
      }
      if (clock.now().getTime() > until) break;
    }
    return found;
  }

  return {
    name: "term-history",
    describe: (language) => textsIn(language).terms.personalData.about,
    async find({ key }, language) {
      const found = await Promise.all(networks().map((one) => changedBy(key, one, language)));
      return found.flat();
    },
    async erase(of) {
      const instead = textsIn("sv").privacy.formerMember;
      for (const network of networks()) {
        const partition = partitionOf(network);
        await changeContent<Term>(deps, { partition, type: termType }, (term) =>
          withoutCredits(term, of, instead),
        );
        const histories = historiesIn(historyPartition(network));
        for await (const { doc } of allOf<History>(documents, histories)) {
          const forget = (history: History): History => forgetIn(history, of, instead);
          if (forget(doc) === doc) continue;
          const { container, partition: place } = histories;
          await changeOne<History>(documents, { container, partition: place, id: doc.id }, forget);
        }
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

function forgetIn(history: History, of: DataSubject, instead: string): History {
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
function withoutCredits(term: Term, of: DataSubject, instead: string): Term {
  const { source, note } = term;
  const credits = {
    ...(source !== undefined && { source }),
    ...(note !== undefined && { note }),
  } satisfies JsonObject;
  const clean = withoutTrace(credits, of, instead);
  return sameJson(credits, clean) ? term : { ...term, ...clean };
}
