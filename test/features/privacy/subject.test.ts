import type { Contact } from "../../../src/core/content.ts";
import type { DataSubject } from "../../../src/core/personal-data.ts";
import { withEntries } from "../../../src/features/privacy/subject.ts";

const helga: DataSubject = {
  key: "t:helga",
  tenant: "t",
  person: "helga",
  userIds: [],
  chats: [],
  names: ["Helga Tvärminne-Östergård"],
  contacts: [{ partition: "alfa", id: "contact:offered" }],
};
const entry = (more: Partial<Contact>): Contact => ({
  id: "c-1",
  network: "alfa",
  name: "Helga Tvärminne-Östergård",
  consent: "2026-01-01",
  topics: [],
  languages: [],
  ...more,
});
const placeOf = ({ id }: Contact) => ({ partition: "alfa", id: `contact:${id}` });
const known = (more: Partial<Contact>) => withEntries(helga, [entry(more)], placeOf);

describe("somebody with the contact entries that are theirs", () => {
  it("when an entry is theirs, then only what was ticked is taken away with them", () => {
    expect(known({}).contacts).toEqual([{ partition: "alfa", id: "contact:c-1" }]);
    expect(withEntries(helga, [], placeOf)).toMatchObject({ contacts: [], addresses: [] });
  });

  it.each([
    ["helga.tvarminne@example.fi", ["helga.tvarminne@example.fi"]],
    ["HTvärminne@example.fi", ["HTvärminne@example.fi"]],
    ["upphandling@pargas.example", []],
    ["info@tvarminne.example", []],
    ["helga", []],
  ])("when %s is its address, then theirs are %j", (email, addresses) => {
    expect(known({ email }).addresses).toEqual(addresses);
    expect(known({ teamsId: email }).addresses).toEqual(addresses);
  });

  it.each([
    ["Helga Tvärminne", true],
    ["Tvarminne Helga", true],
    ["Helga Andersson", false],
    ["Karin Koordinator", false],
  ])("when it calls them %s, then that is a name of theirs: %s", (name, isIt) => {
    expect(known({ name }).names.includes(name)).toBe(isIt);
  });
});
