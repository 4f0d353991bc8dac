import type { OutboxTexts } from "./type.ts";

export const outbox: OutboxTexts = {
  nothing: "Mitään ei ole lähetetty eikä suunniteltu.",
  unknownBatch: (id) => `Lähetystä ${id} ei ole.`,
  batchState: {
    planning: "suunnitteilla",
    open: "lähetetään",
    ended: "päättynyt",
    stopped: "pysäytetty",
  },
  intended: (count) => (count === 1 ? "1 vastaanottaja" : `${count} vastaanottajaa`),
  state: {
    planned: "odottaa",
    sending: "lähetetään juuri nyt",
    delivered: "perillä",
    refused: "hylätty",
    skipped: "ohitettu",
    unknown: "epävarma",
  },
  route: {
    chat: "keskustelu",
    channel: "kanava",
    mention: "maininta kanavalla",
    edit: "muutos",
    delete: "poisto",
  },
  possibleDuplicate: "on voinut tulla perille kahdesti",
  reasons: {
    blocked: "on estänyt Kollegan",
    "not-installed": "Kollegaa ei ole asennettu",
    gone: "ei ole enää olemassa",
    "too-big": "liian suuri viesti",
    forbidden: "ei ole sallittu",
    invalid: "Teams ei ottanut vastaan",
    throttled: "Teams oli ruuhkautunut",
    "no-answer": "Teams ei vastannut",
    crash: "Kollega keskeytyi",
    paused: "on tauolla",
  },
};
