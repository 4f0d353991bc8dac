/** What somebody did as a coordinator or admin, for themselves. Entries are never changed: they hold a keyed hash. */
import type { AuditEntry } from "../../core/audit.ts";
import { partitionOf } from "../../core/content.ts";
import { dayAt, dayInWords } from "../../core/dates.ts";
import type { PersonalDataSource } from "../../core/personal-data.ts";
import { listOf } from "../../core/query-all.ts";
import { textsIn } from "../../texts/texts.ts";
import type { PrivacyDeps } from "./privacy-deps.ts";

export const auditData = ({
  documents,
  library,
  forgotten,
}: Pick<PrivacyDeps, "documents" | "library" | "forgotten">): PersonalDataSource => ({
  name: "audit",
  describe: (language) => textsIn(language).privacy.kinds.audit,
  async find({ key }, language) {
    const texts = textsIn(language).oversight;
    const actor = await forgotten.hashOf(key);
    const partitions = [partitionOf(undefined), ...library.networks().map(({ id }) => id)];
    const found = await Promise.all(
      partitions.map((partition) =>
        listOf<AuditEntry>(documents, {
          container: "audit",
          partition,
          where: [{ field: "actor", equals: actor }],
        }),
      ),
    );
    return found.flat().map(({ doc: { at, act, network, details } }) => ({
      text: `${dayInWords(dayAt(new Date(at), "UTC"), language)}: ${texts.acts[act] ?? act}`,
      value: { at, act, details, ...(network !== undefined && { network }) },
    }));
  },
  // Without the person's own key the hash leads to nobody.
  erase: async () => {},
});
