// Readability.js with jsdom over folders of pages: pages a second of processor time, after a warm round.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { createRequire } from "node:module";

const require = createRequire(join(process.argv[2], "x.js"));
const { JSDOM, VirtualConsole } = require("jsdom");
const { Readability } = require("@mozilla/readability");

const pages = process.argv.slice(3).flatMap((folder) =>
  readdirSync(folder).sort().map((name) => {
    const bytes = readFileSync(join(folder, name));
    return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
  }));
function round() {
  const before = process.cpuUsage();
  for (const page of pages) {
    try {
      const dom = new JSDOM(page, { url: "https://news.example/a/b", contentType: "text/html", virtualConsole: new VirtualConsole() });
      new Readability(dom.window.document).parse();
      dom.window.close();
    } catch {
      // A reader that fails has spent its time all the same.
    }
  }
  const used = process.cpuUsage(before);
  return (used.user + used.system) / 1e6;
}
round();
const seconds = round();
const size = pages.reduce((sum, page) => sum + page.length, 0);
console.log(`| Readability.js with jsdom | ${(pages.length / seconds).toFixed(1)} | ${(size / 1e6 / seconds).toFixed(1)} |`);
