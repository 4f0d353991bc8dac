import type { OutboxTexts } from "./type.ts";

export const outbox: OutboxTexts = {
  nothing: "Nothing has been sent or planned.",
  unknownBatch: (id) => `There is no batch ${id}.`,
  batchState: {
    planning: "being planned",
    open: "being sent",
    ended: "ended",
    stopped: "stopped",
  },
  intended: (count) => (count === 1 ? "1 recipient" : `${count} recipients`),
  state: {
    planned: "waiting",
    sending: "being sent now",
    delivered: "delivered",
    refused: "refused",
    skipped: "skipped",
    unknown: "uncertain",
  },
  route: {
    chat: "chat",
    channel: "channel",
    mention: "mentioned in the channel",
    edit: "edit",
    delete: "deletion",
  },
  possibleDuplicate: "may have arrived twice",
  reasons: {
    blocked: "has blocked Kollega",
    "not-installed": "Kollega is not installed",
    gone: "no longer exists",
    "too-big": "the message is too big",
    forbidden: "not allowed",
    invalid: "Teams did not accept it",
    throttled: "Teams was too busy",
    "no-answer": "Teams did not answer",
    crash: "Kollega was interrupted",
    paused: "has paused messages",
  },
};
