/**
 * What the turn benchmark is measured beside: restify and botbuilder's CloudAdapter as they come, a reply that is the
 * text itself. `node bench/echo-bot.mjs`; the first line on stdout is its port.
 */
import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from "botbuilder";
import restify from "restify";

const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
const server = restify.createServer();
server.use(restify.plugins.bodyParser());
server.post("/api/messages", async (req, res) => {
  await adapter.process(req, res, async (context) => {
    await context.sendActivity(context.activity.text);
  });
});
server.listen(0, "127.0.0.1", () => console.log(server.address().port));
