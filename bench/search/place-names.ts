import { createSearchIndex } from "../../src/platform/search/create-search-index.ts";
import { readJsonl } from "./collections.ts";

type Municipality = { readonly id: string; readonly fi: string; readonly sv: string };

/** How often the right one of all municipalities is found first by its inflected Finnish and its undotted Swedish name. */
export function askForPlaces(file: string): { readonly finnish: number; readonly swedish: number } {
  const places = readJsonl<Municipality>(file);
  const index = createSearchIndex();
  index.putPeople(
    places.map(({ id, fi, sv }) => ({
      key: id,
      name: `${id}`,
      organisations: [fi, sv],
      role: "",
      topics: [],
    })),
  );
  const isFirst = (text: string, id: string) =>
    index.searchPeople({ text, networks: [], limit: 1 })[0]?.key === id;
  const share = (found: readonly boolean[]) => found.filter(Boolean).length / found.length;
  return {
    finnish: share(
      places.flatMap(({ id, fi }) => inflected(fi).map((name) => isFirst(`kuka ${name}`, id))),
    ),
    swedish: share(places.map(({ id, sv }) => isFirst(`vem i ${undotted(sv)}`, id))),
  };
}

const undotted = (name: string) => name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

// How the ends of Finnish place names change before a case ending; enough for nearly all municipalities.
const stems: readonly (readonly [RegExp, string])[] = [
  [/nki$/, "ngi"],
  [/lahti$/, "lahde"],
  [/joki$/, "joe"],
  [/järvi$/, "järve"],
  [/salmi$/, "salme"],
  [/mäki$/, "mäe"],
  [/niemi$/, "nieme"],
  [/koski$/, "koske"],
  [/saari$/, "saare"],
  [/vesi$/, "vede"],
  [/lampi$/, "lamme"],
  [/nen$/, "se"],
  [/lmi$/, "lme"],
  [/kka$/, "ka"],
  [/ppi$/, "pi"],
  [/tti$/, "ti"],
  [/nta$/, "nna"],
  [/mpi$/, "mme"],
  [/ki$/, "e"],
  [/s$/, "kse"],
];

function inflected(name: string): readonly string[] {
  const rule = stems.find(([end]) => end.test(name));
  const changed = rule ? name.replace(...rule) : name;
  const stem = /[aeiouyäöå]$/.test(changed) ? changed : `${changed}i`;
  const a = /[aou]/i.test(name) && !/[äöy]/.test(name.slice(-4)) ? "a" : "ä";
  return [`${stem}n`, `${stem}ss${a}`, `${stem}lt${a}`, `${stem}st${a}`];
}
