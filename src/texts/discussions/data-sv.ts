import type { DiscussionDataTexts } from "./data-type.ts";

export const personalData: DiscussionDataTexts = {
  about: {
    title: "Frågor och svar i forumet",
    why: "Så att nätverket kan svara, och så att den som undrar samma sak hittar svaret.",
    kept: (days) => `Godkända svar tills vidare; frågor utan svar ${days} dagar.`,
  },
  lines: {
    asked: (question, day) => `Frågade ${day}: ”${question}”`,
    answered: (reply, day) => `Svarade ${day}: ”${reply}”`,
    replied: (reply, day) => `Skrev i tråden ${day}: ”${reply}”`,
    marked: (question) => `Markerade svaret på ”${question}”`,
  },
};
