/** Actions on messages and the search while writing, in the browser. */
import { browserStage } from "./browser-stage.ts";

const { look: open, last } = browserStage();

/** Chooses an action on the last message of a person's own. */
async function choose(command: string): Promise<void> {
  const message = last().page.locator("#log .message.mine").last();
  await message.locator(".actions summary").click();
  await message.locator(`[data-command="${command}"]`).click();
}

describe("an action on a message", () => {
  it.each(["light", "dark"] as const)(
    "when a member chooses to announce it, then a dialog says who may (%s)",
    async (theme) => {
      const { page, ask, lowContrast, picture } = await open({ person: "2", theme });
      await ask("hjälp");

      await choose("announceThis");

      const dialog = page.getByRole("dialog");
      await dialog.getByText("oordinator").waitFor();
      expect(await lowContrast()).toEqual([]);
      await picture(`action-refused-${theme}`);
      await dialog.getByRole("button", { name: "Stäng" }).click();
      expect(await page.getByRole("dialog").count()).toBe(0);
    },
  );

  it("when a coordinator chooses to announce it, then the editor opens in their own chat with its words", async () => {
    const { page, ask, card, picture, overflow } = await open({
      person: "1",
      width: 360,
      height: 740,
    });
    await ask("hjälp");

    await choose("announceThis");

    await page.getByRole("dialog").getByText("chatt med Kollega").waitFor();
    await page.keyboard.press("Escape");
    await card("announcement-editor").waitFor();
    expect(await overflow()).toBe(0);
    await picture("announce-this");
  });

  it("when the menu is used with the keyboard, then it opens, closes and gives the focus back", async () => {
    const { page, ask } = await open();
    await ask("hjälp");
    const summary = page.locator("#log .message.mine .actions summary").last();

    await summary.focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.dataset.command")).toBe("askNetwork");
    await page.keyboard.press("Escape");

    expect(await page.evaluate("document.activeElement.tagName")).toBe("SUMMARY");
  });
});

describe("the search while writing", () => {
  it("when it is opened and something is typed, then it says what is found, and closes again", async () => {
    const { page, lowContrast, picture } = await open();

    await page.click("#insert");
    const field = page.getByRole("searchbox");
    await field.fill("zzzzzz");

    await page.getByRole("dialog").getByText("Inget hittades för ”zzzzzz”.").waitFor();
    expect(await lowContrast()).toEqual([]);
    await picture("search");
    await page.getByRole("button", { name: "Stäng" }).click();
    expect(await page.getByRole("dialog").count()).toBe(0);
  });
});
