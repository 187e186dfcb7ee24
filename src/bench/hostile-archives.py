"""What Pressmark does with hostile archive files.

Usage: hostile-archives.py make FOLDER [LARGEST]     writes the files; LARGEST bytes for the bombs (default 1500000000)
       hostile-archives.py run FOLDER [NAME-PART]    runs every command on each of them; PRESSMARK names the program

`run` takes each file into an archive that already holds a good one, and fails where a command takes longer than a minute,
ends with a code that the documents do not name, shows a stack trace or a control character, writes outside of its folder,
or loses the good capture. Needs Python 3.9 and the zstd command.
"""

import os, random, re, shutil, subprocess, sys, tempfile, threading, time

from hostile_files import BOMB, FILES, GOOD, HTML, URL, info, make, members, record

CODES = {0, 1, 2, 3, 4, 5, 6, 74, 78}
TRACE = re.compile(rb"^\s{1,8}at (?:java|org)\.|Exception in thread|a fault of Pressmark|\b(?:java|org)\.[a-z.]{1,60}\.[A-Z]\w{1,60}(Exception|Error)", re.M)
CONTROL = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\xc2[\x80-\x9f]|\xe2\x80[\xaa-\xae]|\xe2\x81[\xa6-\xa9]")


def disturb(path, name):
    """Lets a file grow, shrink or vanish while it is read."""
    if not name.startswith(("grows", "shrinks", "vanishes")):
        return
    def act():
        for _ in range(400):
            time.sleep(0.01)
            if name.startswith("grows"):
                with open(path, "ab") as out:
                    out.write(record(number=random.randrange(10**11)))
            elif os.path.exists(path) and name.startswith("shrinks"):
                os.truncate(path, os.path.getsize(path) * 9 // 10)
        if name.startswith("vanishes") and os.path.exists(path):
            os.remove(path)
    threading.Thread(target=act, daemon=True).start()


class Bench:
    def __init__(self, program):
        self.program = program
        self.faults = 0
        self.runs = 0
        self.slowest = (0, "")
        self.root = tempfile.mkdtemp(prefix="hostile-run-")
        os.mkdir(os.path.join(self.root, "tmp"))
        good = os.path.join(self.root, "good.warc.gz")
        with open(good, "wb") as out:
            out.write(members(info().replace(b"000000000000>", b"000000000076>"), record(url=GOOD, number=77)))
        self.prepared = os.path.join(self.root, "prepared")
        self.command(self.prepared, "import", good)

    def command(self, home, *words, limit=60):
        """Runs one command; gives exit code, output, seconds. A code of None says that it did not end."""
        temporary = os.path.join(self.root, "tmp")
        env = dict(os.environ, PRESSMARK_OPTS=f"-Xmx1g -Djava.io.tmpdir={temporary}")
        begun = time.monotonic()
        process = subprocess.Popen([self.program, words[0], "--archive", os.path.join(home, "warcs"), *words[1:]], cwd=self.root, env=env,
                                   stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)
        try:
            out, err = process.communicate(timeout=limit)
        except subprocess.TimeoutExpired:
            process.kill()
            out, err = process.communicate()
            return None, out, err, time.monotonic() - begun
        return process.returncode, out, err, time.monotonic() - begun

    def tell(self, name, words, what):
        self.faults += 1
        print(f"FAULT  {ascii(name)}  {' '.join(words)}: {what}", flush=True)

    def look(self, home, name, *words, allowed=CODES):
        code, out, err, seconds = self.command(home, *words)
        self.runs += 1
        self.slowest = max(self.slowest, (seconds, f"{name} {words[0]}"))
        shown = [words[0]] + [word for word in words[1:] if word.startswith("--")]
        if code is None:
            self.tell(name, shown, "not ended after a minute")
        elif code not in allowed:
            self.tell(name, shown, f"exit {code}: {err[-300:]!r}")
        if TRACE.search(out + err):
            self.tell(name, shown, f"a trace: {TRACE.search(out + err).group()!r} in {err[:300]!r}")
        if "--body" not in words and CONTROL.search(out.replace(b"\r\n", b"\n") + err):
            self.tell(name, shown, f"a control character: {CONTROL.search(out + err)!r}")
        if code not in (0, None) and not err.strip() and not out.strip():
            self.tell(name, shown, f"exit {code} without a word")
        print(f"  {code} {seconds:5.1f} s  {ascii(name)} {' '.join(shown)}: {(err.strip() or out.strip())[:150]!r}", flush=True)
        return code, out

    def file(self, folder, name):
        home = os.path.join(self.root, "home")
        shutil.copytree(self.prepared, home)
        given = os.path.join(folder, name)
        if name.startswith(("grows", "shrinks", "vanishes")):
            given = shutil.copy(given, os.path.join(self.root, name))
        before = self.outside()
        disturb(given, name)
        self.look(home, name, "import", given)
        disturb(given, name)
        self.look(home, name, "replay", "--from", given)
        self.look(home, name, "replay", "--from", given, URL, "--text")
        self.look(home, name, "export", "--cdxj", "--from", given, os.path.join(home, "x.cdxj"))
        if os.path.isfile(given):
            self.look(home, name, "import", "--check", given)
        self.look(home, name, "verify")
        self.look(home, name, "list")
        self.look(home, name, "list", URL)
        self.look(home, name, "replay", URL, "--text")
        self.look(home, name, "replay", URL, "--headers")
        self.look(home, name, "export", "--cdxj", "--all", os.path.join(home, "all.cdxj"))
        self.look(home, name, "export", "--wacz", "--all", os.path.join(home, "all.wacz"))
        self.look(home, name, "rebuild")
        code, out = self.look(home, name, "replay", GOOD, "--body")
        if code != 0 or out != HTML:
            self.tell(name, ["replay"], "the good capture is lost")
        left = self.outside() - before - {os.path.basename(given)}
        if left:
            self.tell(name, [], f"files outside: {sorted(left)[:5]}")
            for one in left:
                path = os.path.join(self.root, one)
                shutil.rmtree(path) if os.path.isdir(path) else os.remove(path)
        shutil.rmtree(home)

    def outside(self):
        here = {os.path.relpath(os.path.join(folder, name), self.root) for folder, folders, names in os.walk(self.root)
                for name in names + folders if not os.path.join(folder, name).startswith((os.path.join(self.root, "home"), self.prepared))}
        return here | {path for path in ("/tmp/owned-by-warc", "/tmp/owned.warc.gz", "/owned.warc.gz") if os.path.exists(path)}


def main():
    if len(sys.argv) < 3 or sys.argv[1] not in ("make", "run"):
        sys.exit(__doc__)
    if sys.argv[1] == "make":
        make(sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else BOMB)
        return
    here = os.path.dirname(os.path.abspath(__file__))
    bench = Bench(os.environ.get("PRESSMARK", os.path.join(here, "..", "..", "pressmark")))
    part = sys.argv[3] if len(sys.argv) > 3 else ""
    names = [name for name in FILES if part in name]
    try:
        for name in names:
            bench.file(os.path.abspath(sys.argv[2]), name)
    finally:
        shutil.rmtree(bench.root)
    print(f"{len(names)} files, {bench.runs} runs, {bench.faults} faults; the slowest {bench.slowest[1]}: {bench.slowest[0]:.1f} s")
    sys.exit(1 if bench.faults else 0)


if __name__ == "__main__":
    main()
