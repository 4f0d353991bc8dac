import type { BatchHead, DeliveryState } from "../../core/outbox/delivery.ts";

/** What the command line says about the outbox; part of `Texts` (all-texts.ts). */
export type OutboxTexts = {
  readonly nothing: string;
  readonly unknownBatch: (id: string) => string;
  readonly batchState: Readonly<Record<BatchHead["state"], string>>;
  /** How many recipients a batch has. */
  readonly intended: (count: number) => string;
  readonly state: Readonly<Record<DeliveryState, string>>;
  readonly route: Readonly<Record<"chat" | "channel" | "mention" | "edit" | "delete", string>>;
  readonly possibleDuplicate: string;
  /** By the outbox's own words; others are shown as they are. */
  readonly reasons: Readonly<Record<string, string>>;
};
