import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ConnectorCall } from "../fakes/bot-connector.ts";
import { cardsIn, setTheStage } from "../whole/set-the-stage.ts";
import { bareEnvironment, repository } from "../whole/start-kollega.ts";

const stage = setTheStage({ env: { PUBLIC_URL: "https://kollega.example" } });

/** It begins in a quarter of an hour: its only reminder is due at once. */
const meeting = {
  id: "provmote",
  network: "upphandlare",
  titleSv: "Provmöte",
  titleFi: "Koekokous",
  start: new Date(Date.now() + 15 * 60_000).toISOString(),
  minutes: 60,
  audience: "members",
  remind: ["60"],
};

function importMeeting(row: object): Promise<{ code: number | null; said: string }> {
  const file = join(stage().bot.dataDir, "meetings.jsonl");
  writeFileSync(file, `${JSON.stringify(row)}\n`);
  const child = spawn("npm", ["run", "--silent", "kollega", "--", "import", "meetings", file], {
    cwd: repository,
    env: { ...bareEnvironment(), DATA_DIR: stage().bot.dataDir },
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
  }
  return new Promise((done) => {
    child.on("close", (code) => done({ code, said }));
  });
}

const textOf = (call: ConnectorCall): string => JSON.stringify(cardsIn(call));
const isReminder = (call: ConnectorCall): boolean => textOf(call).includes('"id":"reminder"');

describe("a reminder, from an import to an answer, in a process of its own", () => {
  it("when a meeting is imported, then members are reminded, answer, see the numbers change, and hear that it is cancelled", async () => {
    const { teams, connector } = stage();
    const one = teams.personalChat({ locale: "sv-FI" });
    const other = teams.personalChat({ locale: "fi-FI" });
    await one.say("hjälp");
    await other.say("ohje");

    const imported = await importMeeting(meeting);
    expect(imported).toMatchObject({ code: 0 });

    const sentTo = (conversation: string) => (call: ConnectorCall) =>
      call.conversation === conversation && call.method === "POST" && isReminder(call);
    const first = await connector.waitFor(sentTo(one.conversation), 30_000);
    await connector.waitFor(sentTo(other.conversation), 30_000);
    const [card] = cardsIn(first);

    const pressed = await one.press(card, { verb: "reminder.rsvp", data: { value: "yes" } });
    expect(JSON.stringify(pressed.body)).toContain("Ja: 1 · Kanske: 0 · Nej: 0");
    const edit = await connector.waitFor(
      (call) => call.method === "PUT" && call.conversation === other.conversation,
      30_000,
    );
    expect(textOf(edit)).toContain("Kyllä: 1 · Ehkä: 0 · Ei: 0");

    const again = await importMeeting({ ...meeting, status: "cancelled" });
    expect(again).toMatchObject({ code: 0 });
    const told = (method: string) =>
      connector.waitFor(
        (call) =>
          call.method === method &&
          call.conversation === one.conversation &&
          textOf(call).includes("Mötet är inställt."),
        30_000,
      );
    await told("POST");
    await told("PUT");
    expect(connector.calls.filter(sentTo(one.conversation)).length).toBe(2);
  }, 120_000);
});
