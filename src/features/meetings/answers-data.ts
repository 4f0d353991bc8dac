/** Who answered what to which meeting. */
import { dayInWords } from "../../core/dates.ts";
import type { Library } from "../../core/library.ts";
import { keptDaysOf } from "../../core/network-settings.ts";
import type { PersonalDataSource } from "../../core/personal-data.ts";
import type { Documents, Query } from "../../core/ports.ts";
import { eraseOne, listOf } from "../../core/query-all.ts";
import { textsIn } from "../../texts/texts.ts";
import { type Meeting, meetingDocId } from "./meeting.ts";
import { titleIn } from "./plan/words.ts";
import { occasionOf, type Rsvp, type Rsvps } from "./remind/rsvp.ts";

export function answersData(deps: {
  /** The store that jobs may wait for. */
  readonly documents: Documents;
  readonly library: Pick<Library, "networks" | "contentOf">;
  readonly rsvps: Pick<Rsvps, "noteChanged">;
}): PersonalDataSource {
  const { documents, library, rsvps } = deps;
  const answersIn = (network: string, key: string): Query => ({
    container: "content",
    partition: network,
    where: [
      { field: "type", equals: "rsvp" },
      { field: "person", equals: key },
    ],
  });
  const networks = () => library.networks().map(({ id }) => id);

  return {
    name: "meeting-answers",
    describe: (language) => {
      const days = networks().map((network) => keptDaysOf(library, network, "keepAnswers"));
      const { answers } = textsIn(language).privacy.kinds;
      const longest = Math.max(...days, keptDaysOf(library, undefined, "keepAnswers"));
      return { ...answers, kept: answers.kept(longest) };
    },
    async find({ key }, language) {
      const { lines } = textsIn(language).privacy;
      const found = await Promise.all(
        networks().map(async (network) =>
          (await listOf<Rsvp>(documents, answersIn(network, key))).map(({ doc }) => {
            const { meeting, occurrence } = occasionOf(doc, network);
            const known = library
              .contentOf<Meeting>("meeting")
              .find(({ id, value }) => id === meetingDocId(meeting) && value.network === network);
            const title = known ? titleIn(known.value, language) : meeting;
            const { answer, at } = doc;
            return {
              text: lines.answer(title, dayInWords(occurrence.slice(0, 10), language), answer),
              value: { network, meeting, occurrence, answer, at },
            };
          }),
        ),
      );
      return found.flat();
    },
    async erase({ key }) {
      for (const network of networks()) {
        for (const { doc } of await listOf<Rsvp>(documents, answersIn(network, key))) {
          await eraseOne(documents, { container: "content", partition: network, id: doc.id });
          // The numbers on the cards that were sent change with it.
          await rsvps.noteChanged(occasionOf(doc, network), doc.id);
        }
      }
    },
  };
}
