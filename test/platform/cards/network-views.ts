/** Cards about networks as the feature makes them, with everything that they can hold. */
import type { JsonObject } from "../../../src/core/reply.ts";
import { formCard, type Section } from "../../../src/features/networks/form.ts";

const choices = [{ title: "Forum", value: "19:forum@thread.tacv2" }];

/** A form with every sort of input, all filled in and each with a note. */
function everything(kind: "settings" | "link-team"): JsonObject {
  const ids = ["single", "multi", "text", "toggle", "time", "date"];
  const section: Section = {
    title: "Översättarna i kommunsektorn",
    lines: ["Teamens medlemmar är nätverkets medlemmar.", "Någon annan har ändrat något."],
    singles: [{ id: "single", label: "Forumkanal", choices }],
    multis: [{ id: "multi", label: "Kopplade team", choices }],
    texts: [{ id: "text", label: "På svenska", placeholder: "t.ex. livsmedel", isMultiline: true }],
    toggles: [{ id: "toggle", label: "Påminnelser", title: "Påminn mig om möten" }],
    times: [{ id: "time", label: "Tyst från" }],
    dates: [{ id: "date", label: "Paus till och med" }],
  };
  return formCard(
    {
      kind,
      heading: "Inställningar: Översättarna i kommunsektorn",
      intro: "Det här gäller hela nätverket.",
      notices: ["Inställningarna är sparade."],
      sections: [section],
      values: {
        single: "19:forum@thread.tacv2",
        multi: "19:forum@thread.tacv2",
        text: "Översättarna",
        toggle: "true",
        time: "20:00",
        date: "2026-12-01",
      },
      notes: Object.fromEntries(ids.map((id) => [id, "Gäller nu: något annat"])),
      buttons: [
        { title: "Spara", verb: "settings.save", data: { act: "save", network: "oversattare" } },
        { title: "Mina egna val", verb: "member.save", data: { act: "open" } },
      ],
    },
    "sv",
  ).view;
}

export const networkViews: Readonly<Record<"settings" | "link-team", JsonObject>> = {
  settings: everything("settings"),
  "link-team": everything("link-team"),
};
