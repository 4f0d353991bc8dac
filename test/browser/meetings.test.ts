import { browserStage } from "./browser-stage.ts";
import type { Shown } from "./open-page.ts";

const { look } = browserStage({ height: 1300 });

/** Reminders are looked for every few seconds; a copy is edited every five at most. */
const soon = { timeout: 25_000 };

describe("a meeting from its plan to its end", () => {
  it("when a member wants to plan one, then Kollega says who may", async () => {
    const member = await look({ person: "2" });

    const message = await member.ask("nytt möte");

    expect(await message.getAttribute("data-kind")).toBe("refused");
    await message
      .getByText(/koordinator/)
      .first()
      .waitFor();
    await member.picture("new-meeting-refused-sv");
  });

  it("when a coordinator plans one, then members are reminded, answer, and hear that it is cancelled", async () => {
    const member = await look({ person: "3", locale: "fi-FI", height: 660 });
    const coordinator = await look({ person: "1" });
    await planMeeting(coordinator);

    const forum = await look({ person: "3", locale: "fi-FI", place: "channel" });
    const post = forum.card("reminder");
    await post.getByText("Syksyn verkostotapaaminen").waitFor(soon);
    await post
      .getByText(/: 0 · /)
      .first()
      .waitFor();
    await forum.picture("reminder-forum");

    const own = member.card("reminder");
    await own.getByText("Muistutus kokouksesta").waitFor(soon);
    expect(await own.locator(".card").getAttribute("lang")).toBe("fi");
    await own.getByRole("button", { name: "Kyllä", exact: true }).click();
    await own.getByText("Vastauksesi on kyllä").waitFor();
    await own.getByText("Kyllä: 1").waitFor();
    await member.picture("reminder-answered-fi", "readme");

    await coordinator.card("reminder").getByText("Ja: 1").waitFor(soon);
    await post
      .getByText(/: 1 · /)
      .first()
      .waitFor(soon);

    const list = await coordinator.ask("möten");
    expect(await list.getAttribute("data-kind")).toBe("meetings");
    await list.getByText("1 kommer").waitFor();
    await coordinator.picture("meetings-sv");
    await list.getByRole("button", { name: /Höstens nätverksträff/ }).click();
    const latest = coordinator.page.locator("#log .message").last();
    await latest.getByText("6 av 6 mottagare").waitFor();
    await coordinator.picture("meeting-sv");
    await latest.getByRole("button", { name: "Ställ in mötet", exact: true }).click();
    await latest.getByRole("button", { name: "Ja, ställ in mötet" }).click();

    await post.getByText("Kokous on peruttu.").waitFor(soon);
    await own.getByText("Kokous on peruttu.").waitFor(soon);
    await member.picture("meeting-cancelled-fi");
    expect(await coordinator.lowContrast()).toEqual([]);
    expect(await member.overflow()).toBe(0);
  }, 150_000);

  it("when settings are asked for on a phone in Finnish, then one's own choices fit and can be saved", async () => {
    const member = await look({ person: "3", locale: "fi-FI", width: 360, theme: "dark" });

    const message = await member.ask("asetukset");

    expect(await message.getAttribute("data-kind")).toBe("settings");
    await message.getByRole("button", { name: /Tallenna/ }).click();
    await member.page
      .locator("#log .message")
      .last()
      .getByText(/tallennettu/i)
      .first()
      .waitFor();
    await member.picture("settings-saved-fi-phone");
    expect(await member.overflow()).toBe(0);
    expect(await member.lowContrast()).toEqual([]);
  });
});

/** Ten minutes from now: the reminder a quarter of an hour before is due at once. */
async function planMeeting(coordinator: Shown): Promise<void> {
  const [date = "", time = ""] = new Intl.DateTimeFormat("sv-SE", {
    timeZone: "Europe/Helsinki",
    dateStyle: "short",
    timeStyle: "short",
  })
    .format(Date.now() + 10 * 60_000)
    .split(" ");
  const editor = await coordinator.ask("nytt möte");
  expect(await editor.getAttribute("data-kind")).toBe("meeting-editor");
  await editor.getByLabel("Nätverk").selectOption({ label: "Inflytelserika upphandlare" });
  await editor.getByLabel("Rubrik på svenska").fill("Höstens nätverksträff");
  await editor.getByLabel("Rubrik på finska").fill("Syksyn verkostotapaaminen");
  await editor.getByLabel("Datum").first().fill(date);
  await editor.getByLabel("Klockslag").fill(time);
  await editor.getByLabel("Plats").fill("Helsingfors stadshus, sal 3");
  await editor.getByLabel("Länk till distansmötet").fill("https://teams.example/join");
  await editor.getByLabel("Dagordning").fill("Erfarenheter av social upphandling");
  await coordinator.picture("meeting-editor-sv");
  await editor.getByRole("button", { name: "Spara mötet" }).click();
  await editor.getByText("Mötet är planerat.").waitFor();
  await editor.getByText(/Helsingforstid/).waitFor();
  await coordinator.picture("meeting-planned-sv");
}
