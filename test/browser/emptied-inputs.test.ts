/** What Microsoft's own renderer sends of an input that was emptied, and that Kollega empties it then. */
import type { Locator } from "playwright-core";
import { textsIn } from "../../src/texts/texts.ts";
import { browserStage } from "./browser-stage.ts";
import type { Shown } from "./open-page.ts";

const { look } = browserStage({ person: "1", height: 1300 });
const { writing } = textsIn("sv").announcements;
const { meetings } = textsIn("sv");

/** What the page sends when something is pressed in it. */
async function sent({ page }: Shown, press: () => Promise<void>): Promise<object> {
  const [request] = await Promise.all([
    page.waitForRequest((one) => one.method() === "POST" && /"verb"/u.test(one.postData() ?? "")),
    press(),
  ]);
  const { data } = request.postDataJSON() as { readonly data: object };
  return data;
}

const last = ({ page }: Shown): Locator => page.locator("#log .message").last();

const chooseNetwork = (editor: Locator) =>
  editor
    .getByLabel(writing.labels.network)
    .first()
    .selectOption({ label: "Inflytelserika upphandlare" });

describe("an input that is emptied in an editor", () => {
  it("when it is an announcement's link, then the client leaves it out and Kollega takes it away", async () => {
    const shown = await look();
    const editor = await shown.ask("meddela");
    await chooseNetwork(editor);
    await editor.getByLabel(writing.labels.titleSv).fill("Utbildning");
    await editor.getByLabel(writing.labels.textSv).fill("Anmäl dig.");
    await editor.getByLabel(writing.labels.link1, { exact: true }).fill("https://example.org/a");
    const members = writing.membersOf("Inflytelserika upphandlare");
    await editor.getByText(members, { exact: true }).click();
    await editor.getByRole("button", { name: writing.save, exact: true }).click();
    await last(shown).getByText(writing.saved).waitFor();
    const saved = last(shown);
    const link = saved.getByLabel(writing.labels.link1, { exact: true });
    expect(await link.inputValue()).toBe("https://example.org/a");

    await link.fill("");
    await saved.getByLabel(writing.labels.link1Title).fill("");
    const said = await sent(shown, () =>
      saved.getByRole("button", { name: writing.save, exact: true }).click(),
    );

    expect(said).toMatchObject({ form: "whole", titleSv: "Utbildning" });
    for (const emptied of ["link1", "link1Title"]) expect(said).not.toHaveProperty(emptied);
    await last(shown).getByText(writing.changed).waitFor();
    const after = last(shown).getByLabel(writing.labels.link1, { exact: true });
    expect(await after.inputValue()).toBe("");
  });

  it("when it is a meeting's place, then the client leaves it out and Kollega takes it away", async () => {
    const shown = await look();
    const editor = await shown.ask("nytt möte");
    await chooseNetwork(editor);
    await editor.getByLabel(meetings.labels.titleSv).fill("Marknadsdialog");
    await editor.getByLabel(meetings.labels.date).first().fill("2027-12-12");
    await editor.getByLabel(meetings.labels.time).fill("13:00");
    await editor.getByLabel(meetings.labels.place).fill("Norra esplanaden 11");
    await editor.getByRole("button", { name: meetings.save }).click();
    await last(shown).getByText("Norra esplanaden 11").waitFor();
    await last(shown).getByRole("button", { name: meetings.edit, exact: true }).click();
    const place = last(shown).getByLabel(meetings.labels.place);
    expect(await place.inputValue()).toBe("Norra esplanaden 11");

    await place.fill("");
    const said = await sent(shown, () =>
      last(shown).getByRole("button", { name: meetings.save }).click(),
    );

    expect(said).toMatchObject({ form: "whole", titleSv: "Marknadsdialog" });
    expect(said).not.toHaveProperty("place");
    await last(shown).getByText(meetings.saved).waitFor();
    expect(await last(shown).textContent()).not.toContain("Norra esplanaden");
  });
});
