/** Everything that may wait for somebody, from memory. */
import type {
  Contact,
  ContentDocument,
  Draft,
  Gap,
  Network,
  Practice,
} from "../../../core/content.ts";
import { draftType } from "../../../core/drafts.ts";
import type { Library } from "../../../core/library.ts";
import type { Sources } from "./find-tasks.ts";

export const gapType = "gap";

/** `withShared`: also what belongs to no network. */
export function gatherSources(
  library: Pick<Library, "contentOf">,
  networks: readonly Network[],
  withShared: boolean,
): Sources {
  const ids = new Set(networks.map(({ id }) => id));
  const isTheirs = ({ network }: { readonly network?: string }): boolean =>
    network === undefined ? withShared : ids.has(network);
  const valuesOf = <T>(type: string): readonly T[] =>
    library.contentOf<T>(type).map(({ value }) => value);
  return {
    drafts: valuesOf<Draft>(draftType).filter(isTheirs),
    practices: valuesOf<Practice>("practice").filter(isTheirs),
    contacts: valuesOf<Contact>("contact").filter(isTheirs),
    gaps: gapsOf(library, ids, withShared).map(({ value }) => value),
  };
}

/** A gap of somebody in several networks concerns each of them. */
export const gapsOf = (
  library: Pick<Library, "contentOf">,
  networks: ReadonlySet<string>,
  withShared: boolean,
): readonly ContentDocument<Gap>[] =>
  library
    .contentOf<Gap>(gapType)
    .filter(({ value }) =>
      value.networks && value.networks.length > 0
        ? value.networks.some((id) => networks.has(id))
        : withShared,
    );
