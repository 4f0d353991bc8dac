/** What is there already and looks like a proposal: whoever decides should see it. */
import { referenceData } from "../../../core/buttons.ts";
import type { Practice, Term } from "../../../core/content.ts";
import { type Language, languages } from "../../../core/language.ts";
import type { JsonObject } from "../../../core/reply.ts";
import { textsIn } from "../../../texts/texts.ts";
import type { CurationDeps } from "../curation-deps.ts";
import type { EntryKind } from "../entry/entry-fields.ts";
import type { EntryRow } from "../entry/entry-form.ts";
import { titleOf } from "./draft-words.ts";

const mostShown = 3;

/** Elements as cards show them; none if nothing looks like it. */
export function lookAlikes(
  deps: Pick<CurationDeps, "practicesLike" | "termsNamed">,
  of: { readonly kind: EntryKind; readonly row: EntryRow; readonly network: string | undefined },
  reader: Language,
): readonly JsonObject[] {
  if (of.kind === "terms") {
    return termsLike(deps, of.row, of.network)
      .slice(0, mostShown)
      .map((term) => itemOf("term", term, titleOf("terms", { ...term }), reader));
  }
  return of.kind === "practices"
    ? practicesLike(deps, of.row, of.network)
        .slice(0, mostShown)
        .map((practice) => itemOf("practice", practice, practice.title, reader))
    : [];
}

function termsLike(
  { termsNamed }: Pick<CurationDeps, "termsNamed">,
  row: EntryRow,
  network: string | undefined,
): readonly Term[] {
  const names = languages.flatMap((language) => {
    const name = row[language];
    return typeof name === "string" && name.trim() !== "" ? [name] : [];
  });
  const found = names.flatMap((name) => termsNamed(name, network === undefined ? [] : [network]));
  return [...new Map(found.map((term) => [`${term.network}/${term.id}`, term])).values()].filter(
    ({ id }) => id !== row["id"],
  );
}

function practicesLike(
  deps: Pick<CurationDeps, "practicesLike">,
  row: EntryRow,
  network: string | undefined,
): readonly Practice[] {
  const language = languages.find((one) => one === row["language"]) ?? "sv";
  const text = titleOf("practices", row);
  if (text === "") return [];
  return deps
    .practicesLike({ text, language, networks: network === undefined ? [] : [network] })
    .filter(({ id }) => id !== row["id"]);
}

const itemOf = (
  kind: "practice" | "term",
  { id, network, ...of }: Practice | Term,
  title: string,
  reader: Language,
): JsonObject => ({
  elementId: `${kind}:${id}`,
  title,
  altText: textsIn(reader).ask.open(title),
  data: referenceData({
    kind,
    id,
    ...(network !== undefined && { network }),
    ...("language" in of && { language: of.language }),
  }),
});
