import type ICAL from "ical.js";
import { textOf } from "./read-event.ts";

/** Where calendars say how to take part online, most telling first. */
const properties = [
  "x-microsoft-skypeteamsmeetingurl",
  "x-microsoft-onlinemeetingexternallink",
  "x-google-conference",
  "conference",
  "url",
];
const teamsLink =
  /https:\/\/(?:teams\.microsoft\.com\/(?:l\/meetup-join|meet)\/|teams\.live\.com\/meet\/)[^\s<>"]+/iu;

/** The link to join by. Teams writes it into the invitation's text; a link there to anything else is not for joining. */
export function joinLinkOf(component: ICAL.Component): string | undefined {
  for (const name of properties) {
    const text = textOf(component, name);
    if (text !== undefined) return text;
  }
  for (const name of ["location", "description"]) {
    const [link] = teamsLink.exec(textOf(component, name) ?? "") ?? [];
    if (link !== undefined) return link;
  }
  return undefined;
}
