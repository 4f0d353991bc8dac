/**
 * Finds terms by any of their names, whatever the language (retrieval.md 7). Reading some ten thousand concepts takes
 * half a second, so it is done in slices (`build`), or by the first who asks.
 */
import type { TermIndex, TermItem, TermPlace, TermQuery } from "../../core/ports.ts";
import { partsOfCompound } from "./term-index-compound.ts";
import { findNames } from "./term-index-find.ts";
import { createNames, type KnownName } from "./term-index-names.ts";
import { bestOfEach, mayFind } from "./term-index-rank.ts";
import { type NamedPlace, namesInText } from "./term-index-text.ts";

/** Old names are swept out when there are so many, and more than half of all are old. */
const fewOldNames = 1_000;
/** Items between two looks at the clock. */
const slice = 32;

export function createTermIndex(): TermIndex {
  let names = createNames();
  const live = new Map<string, TermItem>();
  let waiting: TermItem[] = [];
  let done = 0;
  let liveNames = 0;

  function forget(key: string): void {
    const known = live.get(key);
    if (!known) return;
    live.delete(key);
    liveNames -= countOf(known);
  }

  function sweep(): void {
    if (names.size < fewOldNames || liveNames * 2 > names.size) return;
    names = createNames();
    waiting = [...live.values()];
    done = 0;
  }

  function build(forMs: number): boolean {
    const until = performance.now() + forMs;
    while (done < waiting.length) {
      const upTo = Math.min(done + slice, waiting.length);
      for (; done < upTo; done++) {
        const item = waiting[done] as TermItem;
        if (live.get(item.key) === item) names.add(item);
      }
      if (performance.now() >= until) break;
    }
    if (done < waiting.length) return true;
    waiting = [];
    done = 0;
    return false;
  }

  const mayBeFound = (query: TermQuery) => {
    build(Number.POSITIVE_INFINITY);
    return ({ item, name }: KnownName): boolean =>
      live.get(item.key) === item &&
      mayFind(item, query) &&
      (query.language === undefined || name.language === query.language);
  };

  const asPlace = ({ text, start, hits }: NamedPlace): TermPlace => ({
    text,
    start,
    hits: bestOfEach(hits),
  });

  return {
    put(items) {
      for (const item of items) {
        forget(item.key);
        live.set(item.key, item);
        liveNames += countOf(item);
        waiting.push(item);
      }
      sweep();
    },
    remove(keys) {
      for (const key of keys) forget(key);
      sweep();
    },
    find(query) {
      const may = mayBeFound(query);
      return bestOfEach(findNames(names, query.text, may, query.sureOnly)).slice(0, query.limit);
    },
    inText(query) {
      const may = mayBeFound(query);
      return namesInText(names, query.text, may).slice(0, query.limit).map(asPlace);
    },
    partsOf(query) {
      const may = mayBeFound(query);
      const isOneWord = !/\s/u.test(query.text.trim());
      const places = namesInText(names, query.text, may);
      const parts =
        isOneWord && places.length === 0 ? partsOfCompound(names, query.text, may) : places;
      return parts.map(asPlace);
    },
    build,
  };
}

const countOf = ({ term }: TermItem): number =>
  [term.sv, term.fi, term.en].filter((name) => name !== undefined).length +
  [term.svAlso, term.fiAlso, term.enAlso, term.svAvoid, term.fiAvoid, term.enAvoid].reduce(
    (sum, names) => sum + names.length,
    0,
  );
