import type { Button } from "../../core/buttons.ts";
import type { Contact } from "../../core/content.ts";
import type { Language } from "../../core/language.ts";
import type { Library } from "../../core/library.ts";
import type { SearchIndex, Telemetry } from "../../core/ports.ts";
import type { Card } from "../../core/reply.ts";
import type { Feedback } from "./feedback-store.ts";

export type AskDeps = {
  readonly library: Library;
  readonly index: Pick<SearchIndex, "passage">;
  readonly feedback: Feedback;
  readonly telemetry: Telemetry;
  readonly timeZone: string;
  /** How people are shown: the contacts feature's cards. */
  readonly people: {
    readonly one: (contact: Contact, language: Language, networks: readonly string[]) => Card;
    readonly several: (
      people: readonly Contact[],
      language: Language,
      options?: { readonly about?: string; readonly buttons?: readonly Button[] },
    ) => Card;
    readonly nobody: (language: Language) => Card;
  };
};
