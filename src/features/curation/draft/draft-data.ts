/** What proposals hold about people: who made and who decided them, and whom they are about. */
import { changeContent } from "../../../core/change-content.ts";
import type { Draft } from "../../../core/content.ts";
import { dayAt, dayInWords } from "../../../core/dates.ts";
import { draftType } from "../../../core/drafts.ts";
import { type Language, languages } from "../../../core/language.ts";
import type { DataSubject, HeldData, PersonalDataSource } from "../../../core/personal-data.ts";
import { textsIn } from "../../../texts/texts.ts";
import type { CurationDeps } from "../curation-deps.ts";
import { titleOf } from "./draft-words.ts";
import { forgetIn, isAbout } from "./forget-in-draft.ts";

export const draftData = ({
  jobDocuments: documents,
  library,
  clock,
}: Pick<CurationDeps, "jobDocuments" | "library" | "clock">): PersonalDataSource => ({
  name: "drafts",
  describe: (language) => textsIn(language).curation.personalData.drafts,
  find: async (of, language) =>
    library.contentOf<Draft>(draftType).flatMap(({ value }) => partsOf(value, of, language)),
  async erase(of) {
    for (const { id: partition, languages: spoken } of library.networks()) {
      await changeContent<Draft>(
        { documents, library, clock },
        { partition, type: draftType },
        (draft) => {
          const written = languages.find((one) => one === draft.row["language"]);
          const { formerMember } = textsIn(written ?? spoken[0] ?? "sv").privacy;
          return forgetIn(draft, of, formerMember);
        },
      );
    }
  },
});

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
    ...(proposedBy !== of.key && isAbout(draft, of)
      ? [{ text: lines.isAbout(title), value: { ...which, role: "contact", row: { ...row } } }]
      : []),
  ];
}
