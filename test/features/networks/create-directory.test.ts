import type { Network } from "../../../src/core/content.ts";
import { isUnread, type Recipient, type Unread } from "../../../src/core/directory.ts";
import { createLibrary } from "../../../src/core/library.ts";
import { emptyMemory } from "../../../src/core/memory.ts";
import { noteKnown, type State } from "../../../src/core/state.ts";
import { createDirectory } from "../../../src/features/networks/create-directory.ts";
import { networkContent } from "../../../src/features/networks/networks-feature.ts";
import { createSearchIndex } from "../../../src/platform/search/create-search-index.ts";
import { bothStores, type OpenDocuments, type StorePlace } from "../../app/both-stores.ts";
import { createFixedClock, type FixedClock } from "../../fakes/fixed-clock.ts";
import {
  added,
  createFakeTeams,
  event,
  type FakeTeams,
  inChannel,
  inPerson,
  member,
  network,
  putNetwork,
} from "./make-world.ts";

const minute = 60_000;
const hour = 60 * minute;

type World = {
  readonly documents: OpenDocuments;
  readonly clock: FixedClock;
  readonly teams: FakeTeams;
  readonly warnings: string[];
  /** Whether whoever waits five seconds or more waits in vain: Teams is slow. */
  readonly isSlow: { value: boolean };
  /** Another instance of the bot on the same store. */
  instance(options?: {
    readonly mode?: "local" | "teams";
    readonly admins?: readonly string[];
  }): Promise<ReturnType<typeof createDirectory> & { readonly again: () => Promise<void> }>;
};

describe.each(bothStores)("the directory on $name", (store) => {
  let place: StorePlace;
  const open: OpenDocuments[] = [];
  beforeAll(() => store.start());
  afterAll(() => store.stop());
  beforeEach(() => {
    place = store.newPlace();
  });
  afterEach(async () => {
    for (const one of open.splice(0)) await one.close();
    place.remove();
  });

  async function makeWorld(...networks: readonly Network[]): Promise<World> {
    const clock = createFixedClock();
    const warnings: string[] = [];
    const isSlow = { value: false };
    const log = {
      info() {},
      warn: (text: string) => void warnings.push(text),
      error: (text: string) => void warnings.push(text),
    };
    const documents = await place.open({ clock, log });
    open.push(documents);
    for (const one of networks) await putNetwork(documents, one);
    const teams = createFakeTeams();
    return {
      documents,
      clock,
      teams,
      warnings,
      isSlow,
      async instance({ mode = "teams", admins = [] } = {}) {
        const library = createLibrary({
          documents,
          index: createSearchIndex(),
          kinds: networkContent,
        });
        const directory = createDirectory({
          documents,
          turnDocuments: documents,
          library,
          messenger: teams.messenger,
          turnMessenger: teams.messenger,
          clock: {
            now: clock.now,
            // Its patience does not run out while Teams answers.
            sleep: (ms) => (ms < 5_000 || isSlow.value ? clock.sleep(ms) : new Promise(() => {})),
          },
          log,
          mode,
          admins,
          isOneTenant: true,
        });
        const again = async () => {
          await library.refresh();
          await directory.refresh();
        };
        await again();
        return { ...directory, again };
      },
    };
  }

  const peopleOf = async (found: AsyncIterable<Recipient | Unread>) =>
    (await recipientsIn(found)).map(({ person }) => person).sort();

  it("when a team is met, then its roster is read once, page by page, and its people belong to its network", async () => {
    const { teams, instance, clock } = await makeWorld(
      network("a", { teams: ["A"] }),
      network("b", { teams: ["B"] }),
    );
    teams.rosters.set("A", [member("anna"), member("bo"), member("cia", { isGuest: true })]);
    const directory = await instance();

    directory.notice(inChannel("A"));
    await directory.work();
    await directory.work();
    clock.advance(5 * minute);
    await directory.work();

    expect(teams.asked).toEqual(["A", "A 2"]);
    expect(directory.networksOf(inPerson("cia"))).toEqual(["a"]);
    expect(directory.networksOfPerson("t1", "bo")).toEqual(["a"]);
    expect(directory.networksOf(inPerson("dan"))).toEqual([]);
    expect(directory.networksOf(inChannel("A", "dan"))).toEqual(["a"]);
    expect(await peopleOf(directory.recipients("a"))).toEqual(["anna", "bo", "cia"]);
    expect(await peopleOf(directory.recipients("b"))).toEqual([]);
  });

  it("when another instance, or a later one, looks, then it knows what the first has read", async () => {
    const { teams, instance } = await makeWorld(network("a", { teams: ["A"] }), network("b"));
    teams.rosters.set("A", [member("anna"), member("bo")]);
    const first = await instance();
    const other = await instance();
    await first.takeIn(added("A", [], true));
    await first.work();

    await other.again();
    await other.work();
    const later = await instance();

    expect(teams.asked).toEqual(["A"]);
    for (const one of [other, later]) {
      expect(one.networksOf(inPerson("bo"))).toEqual(["a"]);
      expect(
        one
          .rosterOf("A")
          .map(({ person }) => person)
          .sort(),
      ).toEqual(["anna", "bo"]);
    }
  });

  it("when people come and go, each told twice, then the roster is read once for all of it", async () => {
    const { teams, instance, clock } = await makeWorld(
      network("a", { teams: ["A"] }),
      network("b"),
    );
    teams.rosters.set("A", [member("anna"), member("bo")]);
    const directory = await instance();
    const other = await instance();
    await directory.takeIn(added("A", [], true));
    await directory.work();
    clock.advance(minute);
    teams.rosters.set("A", [member("anna", { name: "Anna-Maria" }), member("cia")]);
    teams.asked.length = 0;

    for (let twice = 0; twice < 2; twice++) {
      await directory.takeIn(added("A", ["29:cia"]));
      await directory.takeIn(event("A", "teamMemberRemoved", { membersRemoved: ["29:bo"] }));
    }
    await directory.work();
    expect(teams.asked).toEqual([]);
    clock.advance(5_000);
    await directory.work();
    clock.advance(5_000);
    await directory.work();
    await other.again();

    expect(teams.asked).toEqual(["A"]);
    for (const one of [directory, other]) {
      expect(one.networksOf(inPerson("bo"))).toEqual([]);
      expect(one.networksOf(inPerson("cia"))).toEqual(["a"]);
      expect(
        one
          .rosterOf("A")
          .map(({ name }) => name)
          .sort(),
      ).toEqual(["Anna-Maria", "Person cia"]);
    }
  });

  it("when a page cannot be had, then the known roster serves, and it is tried again later", async () => {
    const { teams, instance, clock, warnings } = await makeWorld(
      network("a", { teams: ["A"] }),
      network("b"),
    );
    teams.rosters.set("A", [member("anna"), member("bo"), member("cia")]);
    const directory = await instance();
    await directory.takeIn(added("A", [], true));
    await directory.work();
    clock.advance(2 * hour);
    teams.rosters.set("A", [member("anna"), member("dan"), member("eva")]);
    teams.faults.push(undefined, { state: "refused", reason: "forbidden", status: 403 });

    expect(await peopleOf(directory.recipients("a"))).toEqual(["anna", "bo", "cia"]);
    expect(warnings).toEqual(["roster not read, the known one serves"]);
    expect(await peopleOf(directory.recipients("a"))).toEqual(["anna", "bo", "cia"]);
    clock.advance(hour);
    expect(await peopleOf(directory.recipients("a"))).toEqual(["anna", "dan", "eva"]);
  });

  it("when Teams throttles or says nothing, then the page is asked for again at once", async () => {
    const { teams, instance } = await makeWorld(network("a", { teams: ["A"] }));
    teams.rosters.set("A", [member("anna"), member("bo"), member("cia")]);
    teams.faults.push({ state: "throttled", retryAfterMs: 2_000 }, undefined, {
      state: "unknown",
      cause: "502",
    });
    const directory = await instance();

    await directory.takeIn(added("A", [], true));
    await directory.work();

    expect(teams.asked).toEqual(["A", "A", "A 2", "A 2"]);
    expect(directory.rosterOf("A")).toHaveLength(3);
  });

  it("when Teams names nobody at all, then nobody is taken out", async () => {
    const { teams, instance, clock } = await makeWorld(network("a", { teams: ["A"] }));
    teams.rosters.set("A", [member("anna")]);
    const directory = await instance();
    await directory.takeIn(added("A", [], true));
    await directory.work();
    teams.rosters.set("A", []);
    clock.advance(2 * hour);

    expect(await peopleOf(directory.recipients("a"))).toEqual(["anna"]);
  });

  it("when a roster is older than an hour, then a batch reads it first, and a younger one not", async () => {
    const { teams, instance, clock } = await makeWorld(network("a", { teams: ["A"] }));
    teams.rosters.set("A", [member("anna")]);
    const directory = await instance();
    await directory.takeIn(added("A", [], true));
    await directory.work();
    teams.rosters.set("A", [member("anna"), member("bo")]);

    clock.advance(59 * minute);
    expect(await peopleOf(directory.recipients("a"))).toEqual(["anna"]);
    clock.advance(2 * minute);
    expect(await peopleOf(directory.recipients("a"))).toEqual(["anna", "bo"]);
  });

  it("when Teams takes long to tell who is in a team, then the known roster serves, and the new one later", async () => {
    const { teams, instance, clock, isSlow } = await makeWorld(network("a", { teams: ["A", "B"] }));
    teams.rosters.set("A", [member("anna")]);
    teams.rosters.set("B", [member("bo")]);
    const directory = await instance();
    for (const id of ["A", "B"]) await directory.takeIn(added(id, [], true));
    await directory.work();
    teams.rosters.set("A", [member("anna"), member("cia")]);
    clock.advance(2 * hour);
    const answered = Promise.withResolvers<void>();
    const { roster } = teams.messenger;
    teams.messenger.roster = async (...about) => {
      await answered.promise;
      return roster(...about);
    };
    isSlow.value = true;

    expect(await peopleOf(directory.recipients("a"))).toEqual(["anna", "bo"]);
    expect(await peopleOf(directory.recipients("a"))).toEqual(["anna", "bo"]);
    answered.resolve();
    isSlow.value = false;
    expect(await peopleOf(directory.recipients("a"))).toEqual(["anna", "bo", "cia"]);
    expect(teams.asked.slice(2)).toEqual(["A", "B"]);
  });

  it("when somebody unknown speaks in a team, then its roster is read again, but not for each word", async () => {
    const { teams, instance, clock } = await makeWorld(
      network("a", { teams: ["A"] }),
      network("b"),
    );
    teams.rosters.set("A", [member("anna")]);
    const directory = await instance();
    await directory.takeIn(added("A", [], true));
    await directory.work();
    teams.rosters.set("A", [member("anna"), member("bo")]);
    clock.advance(20 * minute);

    directory.notice(inChannel("A", "bo"));
    clock.advance(5_000);
    await directory.work();
    directory.notice(inPerson("stranger"));
    clock.advance(5_000);
    await directory.work();

    expect(teams.asked).toEqual(["A", "A"]);
    expect(directory.networksOf(inPerson("bo"))).toEqual(["a"]);
  });

  it("when somebody is in several teams of several networks, then they are a recipient once in each network", async () => {
    const { teams, instance } = await makeWorld(
      network("a", { teams: ["A", "B|B-forum"] }),
      network("b", { teams: ["B|B-other"] }),
      network("c"),
    );
    teams.rosters.set("A", [member("anna"), member("bo")]);
    teams.rosters.set("B", [member("bo"), member("cia")]);
    const directory = await instance();
    for (const id of ["A", "B"]) await directory.takeIn(added(id, [], true));
    await directory.work();

    expect(directory.networksOf(inPerson("bo"))).toEqual(["a", "b"]);
    expect(directory.networksOf(inPerson("anna"))).toEqual(["a"]);
    expect(directory.networksOf(inChannel("B", "anna"))).toEqual(["a", "b"]);
    expect(await peopleOf(directory.recipients("a"))).toEqual(["anna", "bo", "cia"]);
    expect(await peopleOf(directory.recipients("b"))).toEqual(["bo", "cia"]);
    const inB = (await recipientsIn(directory.recipients("b"))).find(
      ({ person }) => person === "cia",
    );
    expect(inB?.channel?.conversationId).toBe("B-other");
  });

  it("when a network names the team by its group, then it is linked all the same", async () => {
    const { teams, instance } = await makeWorld(
      network("a", { teams: ["AAAAAAAA-0000-4000-8000-000000000001|F"] }),
      network("b"),
    );
    teams.rosters.set("A", [member("anna")]);
    const directory = await instance();
    directory.notice(inChannel("A", "anna", "F", "aaaaaaaa-0000-4000-8000-000000000001"));
    await directory.work();

    expect(directory.networksOf(inPerson("anna"))).toEqual(["a"]);
    expect(directory.teamsOf("a").map(({ id }) => id)).toEqual(["A"]);
  });

  it("when the bot was removed or the team deleted, then nothing is sent there until it is back", async () => {
    const { teams, instance } = await makeWorld(network("a", { teams: ["A"] }), network("b"));
    teams.rosters.set("A", [member("anna")]);
    const directory = await instance();
    await directory.takeIn(added("A", [], true));
    await directory.work();

    for (const [gone, back] of [
      [event("A", "installation remove", { botRemoved: true }), added("A", [], true)],
      [event("A", "teamDeleted"), event("A", "teamRestored")],
      [event("A", "teamMemberRemoved", { botRemoved: true }), inChannel("A")],
    ] as const) {
      await directory.takeIn(gone);
      await directory.takeIn(gone);
      expect([directory.teamsOf("a"), directory.channelsOf("a", "forum")]).toEqual([[], []]);
      expect(await peopleOf(directory.recipients("a"))).toEqual([]);
      expect(directory.networksOf(inPerson("anna"))).toEqual([]);
      await directory.takeIn(back);
      expect(directory.teamsOf("a")).toHaveLength(1);
      expect(await peopleOf(directory.recipients("a"))).toEqual(["anna"]);
    }
  });

  it("when a team is archived, then its people remain and nothing is posted there", async () => {
    const { teams, instance } = await makeWorld(network("a", { teams: ["A"] }));
    teams.rosters.set("A", [member("anna")]);
    const directory = await instance();
    await directory.takeIn(added("A", [], true));
    await directory.work();

    await directory.takeIn(event("A", "teamArchived"));

    expect(directory.channelsOf("a", "forum")).toEqual([]);
    const [anna] = await recipientsIn(directory.recipients("a"));
    expect(anna?.channel).toBeUndefined();
    await directory.takeIn(event("A", "teamUnarchived"));
    expect(directory.channelsOf("a", "forum")).toHaveLength(1);
  });

  it("when channel posts go out, then to the channel of each linked team that its network names", async () => {
    const { teams, instance } = await makeWorld(
      network("a", { teams: ["A|A-forum|A-news", "B|B-forum", "C"] }),
      network("b"),
    );
    for (const id of ["A", "B", "C"]) {
      teams.rosters.set(id, [member("anna")]);
      teams.channels.set(id, [{ id: `${id}-general` }, { id: `${id}-forum`, name: "Forum" }]);
    }
    const directory = await instance();
    for (const id of ["A", "B", "C", "D"]) await directory.takeIn(added(id, [], true));
    await directory.work();
    const channelsFor = (use: string) =>
      directory.channelsOf("a", use).map(({ conversationId }) => conversationId);

    expect(channelsFor("forum")).toEqual(["A-forum", "B-forum", "C-general"]);
    expect(channelsFor("announcements")).toEqual(["A-news", "B-forum", "C-general"]);
    expect(channelsFor("C-forum")).toEqual(["C-forum"]);
    expect(channelsFor("A-news")).toEqual(["A-news"]);
    expect(channelsFor("D-general")).toEqual([]);
    await directory.takeIn(event("A", "channelDeleted", { channel: { id: "A-forum" } }));
    expect(channelsFor("forum")).toEqual(["A-general", "B-forum", "C-general"]);
    await directory.takeIn(event("A", "channelRestored", { channel: { id: "A-forum" } }));
    expect(channelsFor("forum")).toEqual(["A-forum", "B-forum", "C-general"]);
    expect(directory.channelsOf("a", "forum")[0]).toMatchObject({
      serviceUrl: "https://teams.example/emea/",
      botId: "28:kollega",
    });
  });

  it.each(["teams", "local"] as const)(
    "when there is one network, then those met in chats belong to it without any team, in %s mode",
    async (mode) => {
      const one = await makeWorld(network("a", { teams: ["A"] }));
      await meet(one, "anna");
      await meet(one, "dan");
      const directory = await one.instance({ mode });
      expect(await peopleOf(directory.recipients("a"))).toEqual(["anna", "dan"]);

      one.teams.rosters.set("A", [member("anna")]);
      await directory.takeIn(added("A", [], true));
      await directory.work();

      // In Teams mode the roster then says who is reminded: dan may have left.
      const reached = mode === "local" ? ["anna", "dan"] : ["anna"];
      expect(await peopleOf(directory.recipients("a"))).toEqual(reached);
      expect(directory.networksOf(inPerson("dan"))).toEqual(["a"]);
    },
  );

  it("when the bot was removed from the only team, then nobody is reached by way of their chat", async () => {
    const one = await makeWorld(network("a", { teams: ["A"] }));
    await meet(one, "anna");
    one.teams.rosters.set("A", [member("anna")]);
    const directory = await one.instance();
    await directory.takeIn(added("A", [], true));
    await directory.work();

    await directory.takeIn(event("A", "teamDeleted"));
    await directory.work();

    expect(await peopleOf(directory.recipients("a"))).toEqual([]);
  });

  it("when a team is gone, then who was in it is not kept, and is read anew should it come back", async () => {
    const { teams, instance, documents } = await makeWorld(network("a", { teams: ["A"] }));
    teams.rosters.set("A", [member("anna"), member("bo")]);
    const stored = async () =>
      (await documents.query({ container: "conversations", partition: "team:A" })).items.length;
    const directory = await instance();
    await directory.takeIn(added("A", [], true));
    await directory.work();
    expect(await stored()).toBe(2);

    await directory.takeIn(event("A", "teamDeleted"));
    await directory.work();
    await directory.again();
    await directory.work();

    expect([await stored(), directory.rosterOf("A")]).toEqual([0, []]);
    teams.rosters.set("A", [member("cia")]);
    await directory.takeIn(event("A", "teamRestored"));
    await directory.work();
    await directory.again();
    expect([await stored(), await peopleOf(directory.recipients("a"))]).toEqual([1, ["cia"]]);
  });

  it("when there are several networks, then they do so in local mode only", async () => {
    const two = await makeWorld(network("a", { teams: ["A"] }), network("b"));
    await meet(two, "dan");

    expect(await peopleOf((await two.instance()).recipients("a"))).toEqual([]);
    const local = await two.instance({ mode: "local" });
    expect(await peopleOf(local.recipients("b"))).toEqual(["dan"]);
    two.teams.rosters.set("X", [member("anna")]);
    await local.takeIn(added("X", [], true));
    await local.work();
    expect(await peopleOf(local.recipients("b"))).toEqual(["anna", "dan"]);
    expect(local.channelsOf("b", "forum")).toHaveLength(1);
  });

  it("when a person is known from their own chat, then what they said of themselves holds", async () => {
    const world = await makeWorld(network("a", { teams: ["A"] }), network("b"));
    world.teams.rosters.set("A", [member("anna", { isGuest: true }), member("bo")]);
    await meet(world, "anna", {
      chosenLanguage: "fi",
      closed: true,
      preferences: { topics: ["x"], reminders: false },
    });
    const directory = await world.instance();
    await directory.takeIn(added("A", [], true));
    await directory.work();

    const [anna, bo] = await recipientsIn(directory.recipients("a"));

    const door = expect.objectContaining({ botId: "28:kollega", tenant: "t1" });
    expect(anna).toEqual({
      key: "t1:anna",
      tenant: "t1",
      person: "anna",
      name: "Person anna",
      isGuest: true,
      userId: "29:anna",
      address: expect.objectContaining({ conversationId: "chat-anna" }),
      door,
      channel: expect.objectContaining({ conversationId: "A" }),
      isClosed: true,
      language: "fi",
      timeZone: "Europe/Stockholm",
      preferences: { topics: ["x"], reminders: false },
    });
    expect(bo).toEqual({
      key: "t1:bo",
      tenant: "t1",
      person: "bo",
      name: "Person bo",
      isGuest: false,
      userId: "29:bo",
      door,
      channel: expect.objectContaining({ conversationId: "A" }),
      isClosed: false,
      preferences: { topics: [], reminders: true },
    });
    expect(await directory.recipient("t1", "anna")).toEqual(anna);
    expect(await directory.recipient("t1", "nobody")).toBeUndefined();
  });

  it("when nobody can read who is in a team, then it is named last, and the others' members do not wait for it", async () => {
    const { teams, instance, clock } = await makeWorld(
      network("a", { teams: ["A", "B", "19:unmet"] }),
    );
    teams.rosters.set("A", [member("anna"), member("bo"), member("cia")]);
    const directory = await instance();
    for (const id of ["A", "B"]) await directory.takeIn(event(id, "teamRenamed", { name: id }));
    await directory.work();
    const { unreadTeams } = directory;
    const unread = [{ id: "B", name: "B" }, { id: "19:unmet" }];
    clock.advance(10 * minute);
    // Teams says nothing about B for a while.
    const answered = Promise.withResolvers<void>();
    const { roster } = teams.messenger;
    teams.messenger.roster = async (...about) => {
      if (about[1] === "B") await answered.promise;
      return roster(...about);
    };

    const found = directory.recipients("a")[Symbol.asyncIterator]();
    const first = [];
    for (let at = 0; at < 3; at++) first.push((await found.next()).value);
    answered.resolve();
    const rest = [];
    for (let next = await found.next(); !next.done; next = await found.next())
      rest.push(next.value);

    expect(first.map((one) => one.person)).toEqual(["anna", "bo", "cia"]);
    expect(rest).toEqual(unread.map((team) => ({ unread: team })));
    expect(unreadTeams("a")).toEqual(unread);
    teams.rosters.set("B", [member("dan")]);
    clock.advance(10 * minute);
    await directory.work();
    expect(await peopleOf(directory.recipients("a"))).toEqual(["anna", "bo", "cia", "dan"]);
    expect(unreadTeams("a")).toEqual([{ id: "19:unmet" }]);
  });

  it("when a team's first roster comes in while others are named, then its members come too", async () => {
    const { teams, instance } = await makeWorld(network("a", { teams: ["A", "B"] }));
    teams.rosters.set("A", [member("anna")]);
    const directory = await instance();
    for (const id of ["A", "B"]) directory.notice(inChannel(id));
    await directory.takeIn(event("A", "teamRenamed", { name: "A" }));
    await directory.takeIn(event("B", "teamRenamed", { name: "B" }));
    teams.rosters.set("B", [member("bo"), member("anna")]);

    expect(await allOf(directory.recipients("a"))).toMatchObject([
      { person: "anna" },
      { person: "bo" },
    ]);
    expect(directory.unreadTeams("a")).toEqual([]);
  });

  it("when many are in the teams, then each is streamed once", async () => {
    const { teams, instance } = await makeWorld(network("a", { teams: ["A", "B"] }));
    const people = Array.from({ length: 60 }, (_, at) => member(`p${at}`));
    teams.rosters.set("A", people.slice(0, 40));
    teams.rosters.set("B", people.slice(20));
    const directory = await instance();
    for (const id of ["A", "B"]) await directory.takeIn(added(id, [], true));
    await directory.work();

    const seen = await peopleOf(directory.recipients("a"));

    expect(seen).toEqual(people.map(({ person }) => person).sort());
  });

  it("when a coordinator or an admin is in no roster yet, then they see what they run", async () => {
    const { instance } = await makeWorld(network("a", { coordinators: ["karin"] }), network("b"));
    const directory = await instance({ admins: ["root"] });

    expect(directory.networksOf(inPerson("karin"))).toEqual(["a"]);
    expect(directory.networksOf(inPerson("root"))).toEqual(["a", "b"]);
    expect(directory.networksOf(inPerson("dan"))).toEqual([]);
  });
});

const recipientsIn = async (found: AsyncIterable<Recipient | Unread>) =>
  (await allOf(found)).filter((one): one is Recipient => !isUnread(one));

async function allOf<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

async function meet({ documents }: World, person: string, more: Partial<State> = {}) {
  const state: State = {
    id: "member",
    type: "state",
    v: 1,
    done: [],
    memory: emptyMemory,
    met: {
      name: `Person ${person}`,
      locale: "sv-FI",
      timeZone: "Europe/Stockholm",
      address: inPerson(person).address,
    },
    ...more,
  };
  await noteKnown(documents, { tenant: "t1", person });
  await documents.create("members", `t1:${person}`, state);
}
