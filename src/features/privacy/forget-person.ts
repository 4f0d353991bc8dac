/** Erases whoever asked for it, in the background: it may be cut off at any moment and goes on later. */
import type { Erasure } from "../../core/forgotten.ts";
import type { PersonalDataSource } from "../../core/personal-data.ts";
import type { PrivacyDeps } from "./privacy-deps.ts";

/** What turns leave behind that were under way when it was asked for is there by then. */
const settledMs = 20_000;
/** Another instance, or the command line, may have begun one. */
const lookEveryMs = 30_000;
const quietMs = 5_000;
const longestWaitMs = 10 * 60_000;

export function createErasing(
  deps: Pick<PrivacyDeps, "forgotten" | "clock" | "log" | "compact" | "lastTurnAt">,
  sources: () => readonly PersonalDataSource[],
) {
  const { forgotten, clock, log, compact } = deps;
  const now = () => clock.now().getTime();
  let lookedAt = Number.NEGATIVE_INFINITY;
  let isUnderWay = false;
  /** Since when the files are to be tidied; undefined: they are tidy. */
  let tidySince: number | undefined;
  let isTidyKnown = false;

  /** True if nothing of it failed. */
  async function erase({ subject }: Erasure): Promise<boolean> {
    await forgotten.keepOut(subject.key);
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
          const isWhole = await erase(erasure);
          if (!isWhole || !isSettled) continue;
          await forgotten.end(erasure);
          tidySince ??= now();
        }
      }
      await tidyUp();
    },
    /** At once, for the command line: no turn of theirs is under way there. */
    async eraseNow(): Promise<boolean> {
      let isWhole = true;
      for (const erasure of await forgotten.underWay()) {
        if (await erase(erasure)) await forgotten.end(erasure);
        else isWhole = false;
      }
      await compact?.();
      return isWhole;
    },
  };
}
