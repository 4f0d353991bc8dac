import type { OutboxTexts } from "./type.ts";

export const outbox: OutboxTexts = {
  nothing: "Inget har skickats eller planerats.",
  unknownBatch: (id) => `Det finns inget utskick med namnet ${id}.`,
  batchState: {
    planning: "planeras",
    open: "skickas",
    ended: "avslutat",
    stopped: "stoppat",
  },
  intended: (count) => (count === 1 ? "1 mottagare" : `${count} mottagare`),
  state: {
    planned: "väntar",
    sending: "skickas nu",
    delivered: "levererat",
    refused: "avvisat",
    skipped: "överhoppat",
    unknown: "oklart",
  },
  route: {
    chat: "chatt",
    channel: "kanal",
    mention: "omnämnande i kanalen",
    edit: "ändring",
    delete: "borttagning",
  },
  possibleDuplicate: "kan ha kommit fram två gånger",
  reasons: {
    blocked: "har blockerat Kollega",
    "not-installed": "har inte Kollega installerat",
    gone: "finns inte längre",
    "too-big": "för stort meddelande",
    forbidden: "inte tillåtet",
    invalid: "Teams tog inte emot det",
    throttled: "Teams var överbelastat",
    "no-answer": "Teams svarade inte",
    crash: "Kollega avbröts",
    paused: "har pausat utskicken",
  },
};
