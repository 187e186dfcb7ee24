#!/usr/bin/env python3
"""Everything at once, killed at random: `watch` of six papers that carry the same stories and edit them, `serve` that is
clicked through, and commands that read, capture, compare, check, take down, back up and export, for some minutes. Whatever
ends with a failure of the program (70), a stack trace, a 5xx or an index that differs from the WARC files is printed; so is
what does not end. At the end: `verify`, `rebuild --check`, and whether every acknowledged capture is there.

usage: src/bench/together.py MINUTES [SEED]      needs a built checkout (./pressmark --version); Linux (127.0.1.1 to .6)
"""
import http.server, os, pathlib, random, shutil, signal, socketserver, subprocess, sys, tempfile, threading, time
import urllib.error, urllib.request

HOME = pathlib.Path(__file__).resolve().parents[2]
PAPERS = [f"127.0.1.{i}" for i in range(1, 7)]
PORT, SERVE = 18600, 18700
STORIES, SHARED = 60, 40  # of a paper; of them so many stand in the other papers too
BEGAN = time.time()


class Press:
    """Stories that are born and edited as time goes by; the same at every run."""

    def __init__(self):
        chance = random.Random(5)
        self.words = ["".join(chance.choice("bcdfglmnprstv") + chance.choice("aeiou") for _ in range(chance.randint(1, 4)))
                      for _ in range(4000)]
        self.stories = {(paper, i): self.story(paper, i) for paper in PAPERS for i in range(STORIES)}

    def sentence(self, chance):
        return " ".join(chance.choice(self.words) for _ in range(chance.randint(8, 20))).capitalize() + "."

    def story(self, paper, i):
        own, wire = random.Random(f"{paper} {i}"), random.Random(f"wire {i % 20}")
        text = [" ".join(self.sentence(wire if i < SHARED else own) for _ in range(4)) for _ in range(own.randint(5, 12))]
        edits = sorted(own.uniform(30, 1500) for _ in range(own.choice((0, 0, 1, 2, 5))))
        return text, edits, own.uniform(-600, 900), self.sentence(own)[:60]

    def out_now(self, paper):
        return [i for i in range(STORIES) if time.time() - BEGAN > self.stories[paper, i][2]]

    def page(self, paper, i):
        """The page as it is now, and the number of its edits."""
        text, edits, _, title = self.stories[paper, i]
        text, done = list(text), 0
        for number, at in enumerate(edits):
            if time.time() - BEGAN > at:
                chance = random.Random(f"{paper} {i} {number}")
                text[chance.randrange(len(text))] += " " + self.sentence(chance)
                done = number + 1
        body = "".join(f"<p>{paragraph}</p>" for paragraph in text)
        return (f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{title}</title><link rel="stylesheet" '
                f'href="/s.css"><article><h1>{title}</h1><p class="byline">By Anna Meier</p><time datetime="2026-11-22T10:00:00Z">'
                f'22 Nov 2026</time><img src="/img/{i % 7}.jpg">{body}</article></html>').encode(), done


PRESS = Press()


class Server(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def answer(self, status, body, kind="text/html; charset=utf-8", length=None, **headers):
        self.send_response(status)
        for name, value in {"Content-Type": kind, "Content-Length": str(length or len(body)), **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        paper, path = self.headers.get("Host", "").split(":")[0], self.path
        base = f"http://{paper}:{PORT}"
        if paper not in PAPERS:
            self.answer(404, b"no such paper")
        elif path == "/robots.txt":
            self.answer(200, f"User-agent: *\nSitemap: {base}/sitemap.xml\n".encode(), "text/plain")
        elif path == "/feed.xml":
            items = "".join(f"<item><title>{PRESS.stories[paper, i][3]}</title><link>{base}/story-{i}.html</link></item>"
                            for i in PRESS.out_now(paper)[-20:])
            self.answer(200, f'<rss version="2.0"><channel><title>x</title>{items}</channel></rss>'.encode(), "application/rss+xml")
        elif path == "/sitemap.xml":
            urls = "".join(f"<url><loc>{base}/story-{i}.html</loc></url>" for i in PRESS.out_now(paper))
            self.answer(200, f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{urls}</urlset>'.encode(), "application/xml")
        elif path == "/s.css":
            self.answer(200, b"p { color: #222 }", "text/css")
        elif path.startswith("/img/"):
            self.answer(200, b"\xff\xd8\xff\xe0" + random.Random(path).randbytes(3000), "image/jpeg")
        elif path.startswith("/story-") and int(path[7:-5]) in PRESS.out_now(paper):
            self.story(paper, int(path[7:-5]))
        else:
            self.answer(404, b"<title>404</title><h1>Not found</h1>")

    def story(self, paper, i):
        body, edits = PRESS.page(paper, i)
        tag, mood = f'"{paper}-{i}-{edits}"', random.random()
        if mood < .01:
            self.answer(503, b"busy", Retry_After="2")
        elif mood < .015:
            self.answer(429, b"slow down", Retry_After="3")
        elif self.headers.get("If-None-Match") == tag:
            self.send_response(304)
            self.send_header("ETag", tag)
            self.end_headers()
        elif mood < .03:  # broken off
            self.close_connection = True
            self.answer(200, body[: len(body) // 2], length=len(body))
        else:
            time.sleep(3 if mood < .05 else 0)
            self.answer(200, body, ETag=tag)


class Listener(socketserver.ThreadingMixIn, http.server.HTTPServer):
    daemon_threads, request_queue_size = True, 100


class Trial:
    def __init__(self, minutes, seed):
        self.chance, self.end = random.Random(seed), time.time() + 60 * minutes
        self.work = pathlib.Path(tempfile.mkdtemp(prefix="pressmark-together."))
        self.acknowledged, self.kills, self.troubles, self.commands = [], 0, 0, 0
        self.sources = self.work / "sources.yaml"
        self.sources.write_text("sources:\n" + "".join(
            f"  - name: {paper}\n    feeds: [http://{paper}:{PORT}/feed.xml]\n    sitemaps: [robots]\n    schedule: 1m\n"
            for paper in PAPERS))

    def say(self, *words, trouble=True):
        self.troubles += trouble
        print(time.strftime("%H:%M:%S"), *words, flush=True)

    def start(self, *words, **streams):
        return subprocess.Popen([HOME / "pressmark", *words, "--archive", self.work / "warcs"], cwd=self.work,
                                stdin=subprocess.DEVNULL, start_new_session=True, **streams)

    def service(self, name):
        words = {"watch": ["--sources", self.sources, "--allow-address", "127.0.1.0/24", "--delay", "0.05"],
                 "serve": ["--port", str(SERVE), "--sources", self.sources]}[name]
        with open(self.work / f"{name}.log", "ab") as log:
            return self.start(name, *words, stdout=log, stderr=log)

    def address(self):
        return f"http://{self.chance.choice(PAPERS)}:{PORT}/story-{self.chance.randrange(STORIES)}.html"

    def command(self):
        url, other, file = self.address(), self.address(), str(self.work / f"out-{self.chance.randrange(10**9)}")
        capture = ["capture", url, "--allow-address", "127.0.1.0/24"]
        return self.chance.choice([
            ["list"], ["list", url], ["search", "bane"], ["find", "bane"], ["compare", url, other], ["trace", url], ["why", url],
            ["show", url], ["copies", url], ["replay", url], ["extract", url], capture, capture, ["verify"], ["checkpoint"],
            ["reextract"], ["rebuild", "--check"], ["backup", file + ".zip"], ["prove", url, "--out", file + ".zip"],
            ["export", "--wacz", url, file + ".wacz"], ["forget", url, "--reason", "court order", "--yes"]])

    def commands_in_turn(self):
        while time.time() < self.end:
            words, began = self.command(), time.time()
            process = self.start(*words, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            patience = self.chance.uniform(.3, 6) if self.chance.random() < .12 else 600
            try:
                out, err = process.communicate(timeout=patience)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.communicate()
                self.kills += 1
                if patience == 600:
                    self.say("does not end:", words)
                continue
            self.commands += 1
            err, out, code = err.decode(errors="replace"), out.decode(errors="replace"), process.returncode
            usual = code in (0, 4) or "not in the archive" in err or words[0] == "compare" and code == 1 \
                or "wait until that is done" in err or "is writing this file" in err  # two checks at once; forget beside a service
            if not usual or "\tat org." in err:
                self.say(code, words, err[-1500:], out[:1500])
            if words[0] == "capture" and code == 0:
                self.acknowledged.append(words[1])
            elif words[0] == "forget" and code == 0:
                self.acknowledged = [url for url in self.acknowledged if url != words[1]]
            time.sleep(self.chance.uniform(.5, 3))

    def clicks(self):
        while time.time() < self.end:
            url, other = self.address(), self.address()
            path = self.chance.choice(["/", "/search?q=bane", "/page/" + url, "/versions/" + url, "/edits", "/metrics", "/crawl",
                                       f"/compare?a={url}&b={other}", f"/chain?url={url}", "/web/timemap/link/" + url,
                                       "/web/2026/" + url, "/api/v1/captures", "/feed/edits"])
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{SERVE}{path}", timeout=120).read()
            except urllib.error.HTTPError as e:
                if e.code >= 500:
                    self.say(e.code, path, e.read()[:300])
            except OSError:
                pass  # it is being started, or was killed
            time.sleep(self.chance.uniform(.2, 2))

    def run(self):
        for paper in PAPERS:
            threading.Thread(target=Listener((paper, PORT), Server).serve_forever, daemon=True).start()
        services = {name: self.service(name) for name in ("watch", "serve")}
        time.sleep(5)
        threads = [threading.Thread(target=work) for work in (self.clicks, self.commands_in_turn, self.commands_in_turn)]
        for thread in threads:
            thread.start()
        while time.time() < self.end:
            time.sleep(self.chance.uniform(8, 40))
            name = self.chance.choice(["watch", "serve"])
            process = services[name]
            if process.poll() is not None:
                self.say(name, "ended by itself with", process.returncode)
            else:
                os.killpg(process.pid, signal.SIGKILL if self.chance.random() < .75 else signal.SIGTERM)
                process.wait()
                self.kills += 1
            services[name] = self.service(name)
        for thread in threads:
            thread.join()
        for name, process in services.items():
            os.killpg(process.pid, signal.SIGTERM)
            if process.wait(120) not in (0, 143):
                self.say(name, "ended at SIGTERM with", process.returncode)
        self.judge()

    def judge(self):
        for words in (["verify"], ["rebuild", "--check"]):
            process = self.start(*words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
            out = process.communicate()[0]
            if process.returncode != 0:
                self.say(process.returncode, words, out[-3000:])
        for url in set(self.acknowledged):
            if self.start("show", url, stdout=subprocess.DEVNULL).wait() != 0:
                self.say("acknowledged, and not there:", url)
        self.say(f"{self.commands} commands ended, {self.kills} processes killed, {len(self.acknowledged)} captures acknowledged"
                 f" by 'capture'; {self.troubles} troubles", trouble=False)
        if self.troubles:
            print("the archive and the services' messages:", self.work)
        else:
            shutil.rmtree(self.work)
        return self.troubles


if __name__ == "__main__":
    trial = Trial(float(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    trial.run()
    sys.exit(1 if trial.troubles else 0)
