/** What published practices hold about people: whom their texts name, who keeps them, whom to ask about them. */
import { changeContent } from "../../core/change-content.ts";
import { type Practice, partitionOf } from "../../core/content.ts";
import { forgetInRow, isNamedInRow } from "../../core/forget-in-row.ts";
import type { Library } from "../../core/library.ts";
import type { DataSubject, PersonalDataSource } from "../../core/personal-data.ts";
import type { Clock, Documents } from "../../core/ports.ts";
import { sameJson } from "../../core/put-content.ts";
import type { JsonObject } from "../../core/reply.ts";
import { textsIn } from "../../texts/texts.ts";

export type PracticeDeps = {
  /** The store that jobs may wait for. */
  readonly jobDocuments: Documents;
  readonly library: Pick<Library, "networks" | "contentOf" | "saw">;
  readonly clock: Pick<Clock, "now">;
  /** Ids of the networks that somebody belongs to. */
  readonly networksOf: (of: DataSubject) => readonly string[];
};

const practiceType = "practice";

export function practiceData(deps: PracticeDeps): PersonalDataSource {
  const { jobDocuments: documents, library, clock } = deps;
  return {
    name: "practices",
    describe: (language) => textsIn(language).privacy.kinds.practices,
    // In networks that are not theirs somebody else of their name is meant, and nothing of it is for them.
    async find(of, language) {
      const own = deps.networksOf(of);
      const { lines } = textsIn(language).privacy;
      return library
        .contentOf<Practice>(practiceType)
        .map(({ value }) => value)
        .filter(({ network }) => network === undefined || own.includes(network))
        .filter((practice) => isNamedInRow(practice, of, partitionOf(practice.network)))
        .map(({ id, network, language: writtenIn, title }) => ({
          text: lines.practice(title),
          value: {
            practice: id,
            language: writtenIn,
            title,
            ...(network !== undefined && { network }),
          },
        }));
    },
    async erase(of) {
      for (const network of [undefined, ...library.networks().map(({ id }) => id)]) {
        await changeContent<Practice>(
          { documents, library, clock },
          { partition: partitionOf(network), type: practiceType },
          (practice) => forgetIn(practice, of),
        );
      }
    },
  };
}

/** The same practice if nobody is to be taken out of it. */
function forgetIn(practice: Practice, of: DataSubject): Practice {
  const partition = partitionOf(practice.network);
  if (!isNamedInRow(practice, of, partition)) return practice;
  const instead = textsIn(practice.language).privacy.former;
  const after = forgetInRow(practice, of, { instead, partition });
  const isSame = sameJson(
    practice as unknown as JsonObject,
    JSON.parse(JSON.stringify(after)) as JsonObject,
  );
  return isSame ? practice : after;
}
