import type { CurationDataTexts } from "./data-type.ts";

export const personalData: CurationDataTexts = {
  drafts: {
    title: "Förslag du har lämnat eller avgjort",
    why: "Så att koordinatorn kan granska förslaget och du får veta hur det gick.",
    kept: (days) => `Tills förslaget är avgjort, och ${days} dagar efter det.`,
  },
  gaps: {
    title: "Frågor utan svar som du har tagit hand om",
    why: "Så att två koordinatorer inte gör samma sak.",
    kept: (days) => `${days} dagar efter att frågan ställdes.`,
  },
  lines: {
    proposed: (title, day) => `Föreslog ${day}: ${title}`,
    decided: (title) => `Avgjorde: ${title}`,
    isAbout: (name) => `Ett förslag till kontaktuppgifter: ${name}`,
    sawTo: (question) => `Tog bort från listan: ”${question}”`,
  },
};
