import type { PersonItem, SearchItem } from "../../../src/core/ports.ts";

/** A Swedish text, shared by all networks, with nothing but what is given. */
export const text = (item: Partial<SearchItem> & { readonly key: string }): SearchItem => ({
  language: "sv",
  title: "",
  questions: [],
  text: "",
  tags: [],
  names: [],
  ...item,
});

/** A person with nothing but what is given. */
export const person = (item: Partial<PersonItem> & { readonly key: string }): PersonItem => ({
  name: "",
  organisations: [],
  role: "",
  topics: [],
  ...item,
});
