import { collectionIds, usualCollections } from "../../../src/core/collections.ts";
import { collectionsOf, type NetworkSettings } from "../../../src/core/network-settings.ts";
import {
  networkValues,
  readNetworkForm,
} from "../../../src/features/networks/read-network-form.ts";

const network = {
  id: "alfa",
  nameSv: "Alfa",
  nameFi: "Alfa",
  nameEn: "Alpha",
  coordinators: ["00000000-0000-4000-8000-000000000001"],
  languages: ["sv"] as const,
  timeZone: "Europe/Helsinki",
  teams: [],
};

function read(
  mode: "local" | "teams",
  typed: Readonly<Record<string, string>>,
  set: Pick<NetworkSettings, "collections"> = {},
) {
  const settings: NetworkSettings = { network: "alfa", ...set };
  const before = { network, settings, usualCollections: usualCollections(mode) };
  const shown = networkValues(before, [])["collections"];
  const form = { before, typed, shown: [], teams: [], offered: [], mayNameCoordinators: false };
  return { shown, after: readNetworkForm(form) };
}

describe("the collections that a network uses", () => {
  it("when nobody set them, then the samples have all, and in Teams there are none", () => {
    expect(read("local", {}).shown).toBe("eforms,cpv");
    expect(read("teams", {}).shown).toBe("");
    const library = { contentOf: () => [] };
    expect(collectionsOf(library, "alfa", usualCollections("local"))).toEqual(collectionIds);
    expect(collectionsOf(library, "alfa", usualCollections("teams"))).toEqual([]);
  });

  it.each<
    [string, "local" | "teams", Record<string, string>, NetworkSettings["collections"], string[]]
  >([
    ["one is chosen", "teams", { collections: "cpv" }, ["cpv"], ["collections"]],
    [
      "both are, in any order",
      "teams",
      { collections: "cpv,eforms" },
      ["eforms", "cpv"],
      ["collections"],
    ],
    ["what is usual stays", "local", { collections: "eforms,cpv" }, undefined, []],
    ["another field comes alone", "local", { approvalAbove: "500" }, undefined, []],
    ["something unknown comes", "teams", { collections: "iate" }, undefined, []],
  ])("when %s, then that is kept", (_, mode, typed, collections, changed) => {
    const { after } = read(mode, typed);

    expect(after).toMatchObject({ ok: true, changed });
    expect(after.ok && after.settings.collections).toEqual(collections);
  });

  it("when the form comes whole without any, then none is used, and that is not forgotten", () => {
    const whole = { nameSv: "Alfa", nameFi: "Alfa", nameEn: "Alpha", languages: "sv" };

    const { after } = read("local", whole);

    expect(after).toMatchObject({
      ok: true,
      settings: { collections: [] },
      changed: ["collections"],
    });
    expect(read("local", {}, { collections: [] }).shown).toBe("");
  });
});
