/** Erases whoever asked for it, in the background: it may be cut off at any moment and goes on later. */
import type { Practice } from "../../core/content.ts";
import type { Erasure } from "../../core/forgotten.ts";
import { isPhrase } from "../../core/name-forms.ts";
import type { PersonalDataSource } from "../../core/personal-data.ts";
import type { PrivacyDeps } from "./privacy-deps.ts";

/** What turns leave behind that were under way when it was asked for is there by then. */
const settledMs = 20_000;
/** Another instance, or the command line, may have begun one. */
const lookEveryMs = 30_000;
const quietMs = 5_000;
const longestWaitMs = 10 * 60_000;

function* publishedTexts(library: PrivacyDeps["library"]): Iterable<string> {
  for (const { value } of library.contentOf<Practice>("practice")) {
    yield value.title;
    yield value.body;
    yield* value.questions;
  }
}

export function createErasing(
  deps: Pick<PrivacyDeps, "forgotten" | "clock" | "library" | "log" | "compact" | "lastTurnAt">,
  sources: () => readonly PersonalDataSource[],
) {
  const { forgotten, clock, log, compact } = deps;
  const now = () => clock.now().getTime();
  let lookedAt = Number.NEGATIVE_INFINITY;
  let isUnderWay = false;
  /** Of erasures of which nothing failed here, but that are not settled yet: when they were asked for, by their ids. */
  const erased = new Map<string, string>();
  /** Since when the files are to be tidied; undefined: they are tidy. */
  let tidySince: number | undefined;
  let isTidyKnown = false;

  const isOrdinary = (name: string): boolean => isPhrase(name, publishedTexts(deps.library));

  /** True if nothing of it failed. */
  async function erase({ subject: asked }: Erasure): Promise<boolean> {
    await forgotten.keepOut(asked.key);
    const subject = { ...asked, names: asked.names.filter((name) => !isOrdinary(name)) };
    const kept = asked.names.length - subject.names.length;
    if (kept > 0) log.warn("a name of ordinary words stays in texts", { names: kept });
    let isWhole = true;
    for (const source of sources()) {
      try {
        await source.erase(subject);
      } catch (error) {
        isWhole = false;
        log.error("personal data not erased, tried again", error, { source: source.name });
      }
    }
    return isWhole;
  }

  async function tidyUp(): Promise<void> {
    if (!compact) return;
    if (!isTidyKnown && (await forgotten.isTidyWanted())) tidySince ??= now();
    isTidyKnown = true;
    if (tidySince === undefined) return;
    const isQuiet = now() - deps.lastTurnAt() >= quietMs;
    if (!isQuiet && now() - tidySince < longestWaitMs) return;
    // First, so that the mark's own end does not leave it in the files for ever.
    await forgotten.tidied();
    try {
      await compact();
      tidySince = undefined;
    } catch (error) {
      log.error("store not tidied, tried again", error);
      tidySince = now();
    }
  }

  return {
    /** There is something to do. */
    wake(): void {
      isUnderWay = true;
    },
    async run(): Promise<void> {
      if (isUnderWay || now() - lookedAt >= lookEveryMs) {
        lookedAt = now();
        const all = await forgotten.underWay();
        isUnderWay = all.length > 0;
        for (const erasure of all) {
          const isSettled = now() - Date.parse(erasure.askedAt) >= settledMs;
          // Once at once, and once more for what came after: each reads all that may name them.
          if (!isSettled && erased.get(erasure.id) === erasure.askedAt) continue;
          const isWhole = await erase(erasure);
          if (isWhole) erased.set(erasure.id, erasure.askedAt);
          if (!isWhole || !isSettled || !(await forgotten.end(erasure))) continue;
          erased.delete(erasure.id);
          tidySince ??= now();
        }
      }
      await tidyUp();
    },
    /** At once, for the command line: no turn of theirs is under way there. */
    async eraseNow(): Promise<boolean> {
      let isWhole = true;
      for (const erasure of await forgotten.underWay()) {
        if (!(await erase(erasure)) || !(await forgotten.end(erasure))) isWhole = false;
      }
      await compact?.();
      return isWhole;
    },
  };
}
