import type { DiscussionDataTexts } from "./data-type.ts";

export const personalData: DiscussionDataTexts = {
  about: {
    title: "Kysymykset ja vastaukset foorumilla",
    why: "Jotta verkosto voi vastata ja samaa miettivä löytää vastauksen.",
    kept: (days) => `Hyväksytyt vastaukset toistaiseksi; vastaamattomat kysymykset ${days} päivää.`,
  },
  lines: {
    asked: (question, day) => `Kysyit ${day}: ”${question}”`,
    answered: (reply, day) => `Vastasit ${day}: ”${reply}”`,
    replied: (reply, day) => `Kirjoitit ketjuun ${day}: ”${reply}”`,
    marked: (question) => `Merkitsit vastauksen kysymykseen ”${question}”`,
  },
};
