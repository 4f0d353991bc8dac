import type { Contact } from "../../../../src/core/content.ts";
import type { MemberAccount } from "../../../../src/core/ports.ts";
import { isTheirs } from "../../../../src/features/curation/entry/own-account.ts";

type Entry = Pick<Contact, "teamsId" | "email">;
type Account = Pick<MemberAccount, "signInName" | "email" | "isGuest">;

const member: Account = {
  signInName: "Anna.Berg@kommun.example",
  email: "info@kommun.example",
  isGuest: false,
};
const guest: Account = {
  signInName: "bo_stad.example#EXT#@kommun.example",
  email: "Bo@stad.example",
  isGuest: true,
};

describe("whose a contact entry is", () => {
  it.each<[string, Entry, Account, boolean]>([
    ["has their sign-in name", { teamsId: "anna.berg@kommun.example" }, member, true],
    ["has it with space around it", { teamsId: " ANNA.BERG@kommun.example " }, member, true],
    ["has only their sign-in name as e-mail", { email: "anna.berg@kommun.example" }, member, true],
    [
      "has another's sign-in name and theirs as e-mail",
      { teamsId: "bo@kommun.example", email: "anna.berg@kommun.example" },
      member,
      false,
    ],
    [
      "has an address that Teams gives as a member's e-mail",
      { email: "info@kommun.example" },
      member,
      false,
    ],
    ["has more than their name", { teamsId: "x.anna.berg@kommun.example" }, member, false],
    ["has a guest's e-mail", { email: "bo@stad.example" }, guest, true],
    ["has a guest's name at home as sign-in name", { teamsId: "bo@stad.example" }, guest, true],
    ["has a guest's name here", { teamsId: "Bo_stad.example#ext#@kommun.example" }, guest, true],
    ["has another's of the same shape", { email: "bo_stad.example@kommun.example" }, guest, false],
    ["has neither", {}, member, false],
    ["has neither, nor has the account", {}, { isGuest: true }, false],
    [
      "has empty ones, as the account",
      { teamsId: "", email: "" },
      { signInName: "", isGuest: false },
      false,
    ],
  ])("when it %s, then that decides", (_, entry, account, expected) => {
    expect(isTheirs(entry, account)).toBe(expected);
  });
});
