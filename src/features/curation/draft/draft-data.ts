/** What proposals hold about people: who made and who decided them, and whom they are about. */
import { changeContent } from "../../../core/change-content.ts";
import type { Draft } from "../../../core/content.ts";
import { dayAt, dayInWords } from "../../../core/dates.ts";
import { draftType } from "../../../core/drafts.ts";
import { type Language, languages } from "../../../core/language.ts";
import { keptDaysOf } from "../../../core/network-settings.ts";
import type { DataSubject, HeldData, PersonalDataSource } from "../../../core/personal-data.ts";
import { textsIn } from "../../../texts/texts.ts";
import type { CurationDeps } from "../curation-deps.ts";
import { titleOf } from "./draft-words.ts";
import { forgetIn, isAbout, isOver } from "./forget-in-draft.ts";

const dayMs = 24 * 3_600_000;

export function draftData({
  jobDocuments: documents,
  library,
  clock,
}: Pick<CurationDeps, "jobDocuments" | "library" | "clock">): PersonalDataSource {
  const keptDays = (network: string) => keptDaysOf(library, network, "keepProposals");
  const changeIn = (partition: string, change: (draft: Draft) => Draft | "erase") =>
    changeContent<Draft>({ documents, library, clock }, { partition, type: draftType }, change);

  return {
    name: "drafts",
    describe: (language) => {
      const { drafts } = textsIn(language).curation.personalData;
      const days = library.networks().map(({ id }) => keptDays(id));
      return { ...drafts, kept: drafts.kept(Math.max(0, ...days)) };
    },
    find: async (of, language) =>
      library.contentOf<Draft>(draftType).flatMap(({ value }) => partsOf(value, of, language)),
    async erase(of) {
      for (const { id, languages: spoken } of library.networks()) {
        await changeIn(id, (draft) => {
          const written = languages.find((one) => one === draft.row["language"]);
          const { former } = textsIn(written ?? spoken[0] ?? "sv").privacy;
          return forgetIn(draft, of, former);
        });
      }
    },
    async sweep(now) {
      for (const { id } of library.networks()) {
        const oldest = new Date(now.getTime() - keptDays(id) * dayMs).toISOString();
        await changeIn(id, (draft) => (isOver(draft, oldest) ? "erase" : draft));
      }
    },
  };
}

function partsOf(draft: Draft, of: DataSubject, language: Language): readonly HeldData[] {
  const { lines } = textsIn(language).curation.personalData;
  const { id, network, kind, row, state, proposedAt, proposedBy, decidedBy, decidedAt } = draft;
  const title = titleOf(kind, row);
  const which = { draft: id, network, kind, state };
  const day = dayInWords(dayAt(new Date(proposedAt), "UTC"), language);
  return [
    ...(proposedBy === of.key
      ? [
          {
            text: lines.proposed(title, day),
            value: { ...which, role: "proposer", row: { ...row }, at: proposedAt },
          },
        ]
      : []),
    ...(decidedBy === of.key
      ? [
          {
            text: lines.decided(title),
            value: { ...which, role: "decider", ...(decidedAt !== undefined && { at: decidedAt }) },
          },
        ]
      : []),
    // It may be a namesake's: no more of it than the name.
    ...(proposedBy !== of.key && isAbout(draft, of)
      ? [{ text: lines.isAbout(title), value: { ...which, role: "contact", name: title } }]
      : []),
  ];
}
