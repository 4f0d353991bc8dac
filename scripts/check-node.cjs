/*
 * Says in words what is missing, before a newer Node's syntax fails with a stack trace. The npm scripts run it first;
 * its arguments are development packages that must be there as well: `node scripts/check-node.cjs jest && jest`.
 * Plain old JavaScript on purpose (it must parse on Node 12): no imports of ours, no modern syntax.
 */
var fs = require("fs");
var path = require("path");

var NEEDED = 24;
var EXIT_CONFIG = 78;
var root = path.join(__dirname, "..");

function isInstalled(name) {
  return fs.existsSync(path.join(root, "node_modules", name, "package.json"));
}

function missingPackages() {
  var manifest = JSON.parse(fs.readFileSync(path.join(root, "package.json"), "utf8"));
  var wanted = Object.keys(manifest.dependencies || {}).concat(process.argv.slice(2));
  return wanted.filter(function (name) {
    return !isInstalled(name);
  });
}

function stop(lines) {
  // Not process.stderr.write: when it is a pipe, exit could cut the text off.
  fs.writeSync(2, "\n" + lines.join("\n") + "\n\n");
  process.exit(EXIT_CONFIG);
}

var isTooOld = parseInt(process.versions.node, 10) < NEEDED;
var have = process.version;
var missing = missingPackages();
var some = missing.slice(0, 3).join(", ") + (missing.length > 3 ? " …" : "");

if (missing.length > 0) {
  stop([
    "sv: Paket saknas (" + some + "). Kör: npm ci – Node 24 följer med.",
    "fi: Paketteja puuttuu (" + some + "). Suorita: npm ci – Node 24 tulee mukana.",
    "en: Packages are missing (" + some + "). Run: npm ci – it brings Node 24 along.",
  ]);
} else if (isTooOld) {
  stop([
    "sv: Kollega behöver Node 24 eller nyare, detta är " + have + ".",
    "    Kör: npm ci (Node 24 följer med), sedan npm start, npm test eller npm run kollega.",
    "    Hjälper det inte: installera Node 24 från https://nodejs.org.",
    "fi: Kollega tarvitsee Noden version 24 tai uudemman, tämä on " + have + ".",
    "    Suorita: npm ci (Node 24 tulee mukana), sitten npm start, npm test tai npm run kollega.",
    "    Jos se ei auta: asenna Node 24 osoitteesta https://nodejs.org.",
    "en: Kollega needs Node 24 or newer, this is " + have + ".",
    "    Run: npm ci (it brings Node 24 along), then npm start, npm test or npm run kollega.",
    "    If that does not help: install Node 24 from https://nodejs.org.",
  ]);
}
