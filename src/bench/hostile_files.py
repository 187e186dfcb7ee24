"""Archive files as an attacker would make them: FILES names the maker of each, `make` writes all of them to a folder."""


import gzip, hashlib, io, json, os, random, shutil, stat, struct, subprocess, tempfile, zipfile

URL = "http://h.example/a"
GOOD = "http://good.example/"
DATE = "2024-03-01T12:00:00Z"
HTML = b"<!doctype html><title>A title</title><h1>A title</h1>" + b"<p>A paragraph that is long enough to be read.</p>" * 9
ESC = "\x1b]0;owned\x07\x1b[2J\x9b31m"
FILES = {}
BOMB = 1_500_000_000


def hostile(name):
    """Enters a maker under a file's name; it takes the path or gives the bytes."""
    return lambda make: FILES.__setitem__(name, make)


# --- records


def http(body=HTML, head=b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"):
    return head + b"\r\n" + body


def fields(text, end="\r\n"):
    return text.encode("utf-8", "surrogateescape") if isinstance(text, str) else text


def record(block=None, url=URL, kind="response", date=DATE, length=None, more=(), drop=(), number=1, first="WARC/1.1"):
    """A WARC record; `more` fields are added, `drop` names those left out, `length` replaces the true one."""
    block = http() if block is None else block
    head = {
        "WARC-Type": kind,
        "WARC-Record-ID": "<urn:uuid:00000000-0000-4000-8000-%012d>" % number,
        "WARC-Target-URI": url,
        "WARC-Date": date,
        "Content-Type": {"response": "application/http;msgtype=response", "revisit": "application/http;msgtype=response",
                         "warcinfo": "application/warc-fields"}.get(kind, "text/plain"),
        "Content-Length": str(len(block) if length is None else length),
    }
    lines = [first] + [f"{name}: {value}" for name, value in head.items() if name not in drop and value is not None]
    lines += [f"{name}: {value}" for name, value in more]
    return fields("\r\n".join(lines)) + b"\r\n\r\n" + block + b"\r\n\r\n"


def info(name="x.warc"):
    return record(b"software: none\r\n", None, "warcinfo", number=0, more=[("WARC-Filename", name)])


def two(odd):
    """A good record, the odd one, a good record."""
    return info() + record(url="http://h.example/before", number=101) + odd + record(url="http://h.example/after", number=102)


def member(data, name=None, level=6):
    out = io.BytesIO()
    with gzip.GzipFile(name or "", "wb", level, out, 0) as packed:
        packed.write(data)
    return out.getvalue()


def members(*records):
    return b"".join(member(one) for one in records)


def three():
    return [info(), record(url=URL, number=1), record(url="http://h.example/after", number=2)]


def zeros(path, before, count, behind=b"", pack=None):
    """One gzip member, or what `pack` makes of a pipe, with so many zeros in it."""
    with open(path, "wb") as out:
        packer = subprocess.Popen(pack or ["gzip", "-1", "-c"], stdin=subprocess.PIPE, stdout=out)
        packer.stdin.write(before)
        block = bytes(1 << 20)
        while count > 0:
            packer.stdin.write(block[: min(count, len(block))])
            count -= len(block)
        packer.stdin.write(behind)
        packer.stdin.close()
        packer.wait()


def zst(data, *flags):
    return subprocess.run(["zstd", "-q", "-c", *flags], input=data, stdout=subprocess.PIPE, check=True).stdout


def skippable(data, magic=0x184D2A50, length=None):
    return struct.pack("<II", magic, len(data) if length is None else length) + data


# --- plain WARC

for name, length in {"negative": "-5", "huge": "99999999999999999", "beyond-long": "9" * 40, "hex": "0x40", "none": "", "signed": "+12",
                     "long-max": str(2**63 - 1), "short": "7", "longer": "5000"}.items():
    hostile(f"length-{name}.warc")(lambda length=length: two(record(length=length)))
    hostile(f"length-{name}.warc.gz")(lambda length=length: members(info(), record(url="http://h.example/before", number=101),
                                      record(length=length), record(url="http://h.example/after", number=102)))
hostile("length-twice.warc")(lambda: two(record(more=[("Content-Length", "3")])))
hostile("length-missing.warc")(lambda: two(record(drop=["Content-Length"])))
hostile("nul.warc")(lambda: two(record(more=[("X-Nul", "a\0b")], url="http://h.example/a\0b")))
hostile("line-100MB.warc")(lambda: two(b"WARC/1.1\r\nX: " + b"a" * 100_000_000 + b"\r\n\r\n\r\n\r\n"))
hostile("lines-10-million.warc")(lambda: two(b"WARC/1.1\r\n" + b"A: b\r\n" * 10_000_000 + b"\r\n\r\n\r\n"))
hostile("lines-10-million.warc.gz")(lambda: members(info(), record(), b"WARC/1.1\r\n" + b"A: b\r\n" * 10_000_000 + b"\r\n\r\n\r\n"))
hostile("starts-only.warc")(lambda: info() + b"WARC/1.1\r\n" * 3_000_000)
hostile("starts-of-arc.arc")(lambda: arc() + (b"http://h.example/a 127.0.0.1 20240301120000 text/html 99999\n" * 50_000))
hostile("empty-records.warc")(lambda: info() + b"".join(record(b"", number=n) for n in range(20_000)))
hostile("escapes.warc")(lambda: two(record(http(HTML.replace(b"A title", b"A " + ESC.encode("latin-1")),
    b"HTTP/1.1 200 " + ESC.encode("latin-1") + b"\r\nContent-Type: text/html" + ESC.encode("latin-1") + b"\r\nX: " + ESC.encode() + b"\r\n"),
    url=URL + ESC, date=DATE + ESC, more=[(name, ESC) for name in
    ("WARC-IP-Address", "WARC-Payload-Digest", "WARC-Block-Digest", "WARC-Filename", "WARC-Truncated", "WARC-Profile", ESC)])))
hostile("escapes-in-id.warc")(lambda: two(record(drop=["WARC-Record-ID", "WARC-Type"], more=[
    ("WARC-Record-ID", f"<urn:{ESC}>"), ("WARC-Type", "response"), ("WARC-Concurrent-To", ESC)], first="WARC/1.1" + ESC)))
hostile("escapes-type.warc")(lambda: two(record(drop=["WARC-Type"], more=[("WARC-Type", "resp" + ESC)])))
hostile("escape-\x1b[31m-name.warc")(lambda: two(record(length="9999")))
hostile("not-utf8.warc")(lambda: two(record().replace(b"h.example/a", b"h.example/\xff\xfe\xc0\x80\xed\xa0\x80")))
for year in ("0000-01-01T00:00:00Z", "99999-01-01T00:00:00Z", "1970-01-01T00:00:00Z", "2999-12-31T23:59:60Z", "-0044-03-15T12:00:00Z",
             "2024-02-30T25:61:61Z", "yesterday", "20240301120000", "2024-03-01T12:00:00.123456789123Z", "9999-12-31T23:59:59.999999999Z"):
    hostile(f"date-{year.replace(':', '')}.warc")(lambda year=year: two(record(date=year)))
for name, url in {"newline": "http://h.example/a\r\nSet-Cookie: x", "javascript": "javascript:alert(1)", "file": "file:///etc/passwd",
                  "data": "data:text/html,<script>alert(1)</script>", "bidi": "http://h.example/\u202egnp.exe\u2066a", "empty": "",
                  "percent": "http://h.example/%%%zz%00%0a%1b", "port": "http://h.example:99999999999/a", "userinfo": "http://a:b@h.example/a",
                  "ipv6": "http://[::1/a", "spaces": "http://h.example/a b  c\t", "scheme-only": "http://", "host-4k": "http://" + "a." * 2000 + "example/",
                  "slashes": "http:////h.example//a", "dots": "http://h.example/../../../../etc/passwd", "markup": "http://h.example/<script>alert(1)</script>\"'&",
                  "500kB": "http://h.example/" + "a" * 500_000, "query-500kB": "http://h.example/?" + "a=b&" * 125_000,
                  "10MB": "http://h.example/" + "a" * 10_000_000}.items():
    hostile(f"uri-{name}.warc")(lambda url=url: two(record(url=url)))


def revisit(number, refers, url=URL):
    return record(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", url, "revisit", number=number, date="2024-03-01T12:00:%02dZ" % number, more=[
        ("WARC-Refers-To", "<urn:uuid:00000000-0000-4000-8000-%012d>" % refers), ("WARC-Refers-To-Target-URI", url),
        ("WARC-Refers-To-Date", "2024-03-01T12:00:%02dZ" % refers),
        ("WARC-Profile", "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"), ("WARC-Payload-Digest", "sha1:" + "A" * 32)])


hostile("revisit-self.warc")(lambda: info() + revisit(1, 1))
hostile("revisit-loop.warc")(lambda: info() + revisit(1, 2) + revisit(2, 3) + revisit(3, 1))
hostile("revisit-long.warc")(lambda: info() + b"".join(revisit(n, n + 1) for n in range(1, 59)))
hostile("concurrent-lies.warc")(lambda: two(record(more=[("WARC-Concurrent-To", "<urn:uuid:00000000-0000-4000-8000-000000000001>")] * 50)
                                            + record(b"a: b\r\n", kind="metadata", number=2, more=[("WARC-Concurrent-To", "<urn:none>")])))
hostile("one-id.warc")(lambda: info() + b"".join(record(url=f"http://h.example/{n}", number=1) for n in range(50)))
hostile("type-lies.warc")(lambda: two(record(bytes(range(256)) * 50, more=[("Content-Type", "image/png")])))
hostile("head-none.warc")(lambda: two(record(b"this is no HTTP message at all")))
hostile("head-endless.warc")(lambda: two(record(b"HTTP/1.1 200 OK\r\nX: " + b"a" * 5_000_000)))
hostile("head-fields-million.warc")(lambda: two(record(http(head=b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + b"a:b\r\n" * 1_000_000))))
hostile("head-status.warc")(lambda: two(record(http(head=b"HTTP/1.1 99999999999999 OK\r\nContent-Type: text/html\r\n"))))
hostile("redirect-self.warc")(lambda: two(record(http(b"", b"HTTP/1.1 302 Found\r\nLocation: http://h.example/a\r\n"))))
hostile("chunks-lie.warc")(lambda: two(record(http(b"FFFFFFFFFFFFFFFF\r\nabc", b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n"))))
hostile("chunks-tiny.warc")(lambda: two(record(http(b"1\r\na\r\n" * 1_000_000 + b"0\r\n\r\n", b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n"))))
hostile("coding-bomb.warc")(lambda: two(record(http(member(bytes(300_000_000), level=9), b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n"))))


def nested():
    data = bytes(100_000_000)
    for _ in range(4):
        data = member(data, level=9)
    return data


hostile("coding-nested.warc")(lambda: two(record(http(nested(), b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip, gzip, gzip, gzip\r\n"))))
hostile("coding-lies.warc")(lambda: two(record(http(HTML, b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: br, zstd, nonsense\r\n"))))
hostile("filename-dots.warc")(lambda: info("../../../../../../tmp/owned-by-warc") + record())
hostile("digest-lies.warc")(lambda: two(record(more=[("WARC-Block-Digest", "sha1:" + "A" * 32), ("WARC-Payload-Digest", "sha256:zz")])))
hostile("bare-lf.warc")(lambda: two(record()).replace(b"\r\n", b"\n"))
hostile("versions.warc")(lambda: two(record(first="WARC/9.9") + record(first="WARC/0.1", number=2) + record(first="warc/1.0", number=3)))
hostile("continued-lines.warc")(lambda: two(record(more=[("X", "a\r\n b\r\n\tc"), ("", "no name"), ("Y Z", "x")])))
hostile("garbage-between.warc")(lambda: info() + record(number=1) + random.Random(1).randbytes(100_000) + record(url="http://h.example/after", number=2))
hostile("link-word-lies.warc")(lambda: two(record(b"link-word: " + b"x" * 100_000 + b"\r\n", kind="metadata", more=[("Content-Type", "application/warc-fields")])))

# --- gzip

hostile("whole-as-one.warc.gz")(lambda: member(two(record())))
hostile("garbage-between.warc.gz")(lambda: members(*three()[:2]) + random.Random(2).randbytes(50_000) + member(three()[2]))
hostile("garbage-magics.warc.gz")(lambda: members(*three()[:2]) + b"\x1f\x8b\x08\x00" * 300_000 + member(three()[2]))
hostile("garbage-names.warc.gz")(lambda: members(*three()[:2]) + (b"\x1f\x8b\x08\x08" + b"a" * 36) * 50_000)
hostile("crc.warc.gz")(lambda: member(info()) + member(record())[:-8] + b"\0\0\0\0" + member(record())[-4:] + member(three()[2]))
hostile("isize.warc.gz")(lambda: member(info()) + member(record())[:-4] + b"\xff\xff\xff\xff" + member(three()[2]))
hostile("trailing-zeros.warc.gz")(lambda: members(*three()) + bytes(1_000_000))
hostile("extra-lies.warc.gz")(lambda: member(info()) + b"\x1f\x8b\x08\x04\0\0\0\0\0\3\xff\xff" + member(record())[10:] + member(three()[2]))
hostile("name-endless.warc.gz")(lambda: member(info()) + b"\x1f\x8b\x08\x08\0\0\0\0\0\3" + b"a" * 20_000_000)
hostile("name-escapes.warc.gz")(lambda: members(info()) + member(record(), "\x1b[31m../../etc/passwd"))
hostile("flags.warc.gz")(lambda: member(info()) + b"\x1f\x8b\x08\xff" + member(record())[4:] + member(three()[2]))
hostile("record-in-two-members.warc.gz")(lambda: member(info()) + member(record()[:300]) + member(record()[300:]) + member(three()[2]))
hostile("empty-members.warc.gz")(lambda: member(info()) + member(b"") * 100_000 + member(record()))
hostile("member-each-byte.warc.gz")(lambda: members(info()) + b"".join(member(bytes([b])) for b in record()) + member(three()[2]))
hostile("gzip-in-gzip.warc.gz")(lambda: member(members(*three())))
for cut in (1, 2, 5, 9, 10, 11, 60, 150, 200, 300, 330, -9, -8, -4, -1):
    hostile(f"cut-{cut}.warc.gz")(lambda cut=cut: member(info()) + (member(record()) if cut < 0 else member(record(http(random.Random(4).randbytes(900)))))[:cut])
hostile("bomb-body.warc.gz")(lambda path: zeros(path, info() + b"", 0) or append(path, lambda p: zeros(
    p, record(b"", length=len(http(b"")) + BOMB)[:-4] + http(b""), BOMB, b"\r\n\r\n")))
hostile("bomb-head.warc.gz")(lambda path: zeros(path, info(), 0) or append(path, lambda p: zeros(p, b"WARC/1.1\r\nX: ", BOMB)))
hostile("bomb-http-head.warc.gz")(lambda path: zeros(path, info(), 0) or append(path, lambda p: zeros(p, record(b"", length=BOMB)[:-4] + b"HTTP/1.1 200 OK\r\nX: ", BOMB)))
hostile("bomb-length-lies.warc.gz")(lambda path: zeros(path, info(), 0) or append(path, lambda p: zeros(p, record(b"", length=100)[:-4] + http(b""), BOMB)))
hostile("bomb-length-short.warc.gz")(lambda path: zeros(path, info(), 0) or append(path, lambda p: zeros(p, record(b"", length=10**15)[:-4] + http(b""), BOMB)))
hostile("bomb-lines.warc.gz")(lambda: member(info()) + member(record(b"", length=100)[:-4] + http(b"") + b"\n" * (BOMB // 10)))
hostile("bomb-alone.warc.gz")(lambda path: zeros(path, b"", BOMB))
hostile("bomb-cut.warc.gz")(lambda path: zeros(path, info() + record(b"", length=BOMB)[:-4] + http(b""), BOMB) or os.truncate(path, os.path.getsize(path) - 100))
hostile("bomb-broken.warc.gz")(lambda path: FILES["bomb-length-lies.warc.gz"](path) or flip(path, -3))
hostile("bombs-nested.warc.gz")(lambda: member(info()) + b"".join(member(b"WARC/1.1\r\n" + bytes(30_000_000), level=9) for _ in range(BOMB // 30_000_000)))


def append(path, make):
    with tempfile.NamedTemporaryFile() as part:
        make(part.name)
        with open(path, "ab") as out, open(part.name, "rb") as more:
            shutil.copyfileobj(more, out)


def flip(path, place):
    with open(path, "r+b") as file:
        file.seek(place, 2)
        byte = file.read(1)
        file.seek(place, 2)
        file.write(bytes([byte[0] ^ 0xFF]))


# --- ARC


def arc(version=b"1 0 Alexa"):
    line = version + b"\nURL IP-address Archive-date Content-type Archive-length\n"
    return b"filedesc://x.arc 0.0.0.0 20240301120000 text/plain %d\n" % len(line) + line + b"\n"


def arc_record(block=None, url=URL, length=None, ip="127.0.0.1", date="20240301120000", kind="text/html"):
    block = http() if block is None else block
    return fields(f"{url} {ip} {date} {kind} {len(block) if length is None else length}\n") + block + b"\n"


def arc_three(odd):
    return [arc(), arc_record(url="http://h.example/before"), odd, arc_record(url="http://h.example/after")]


for name, odd in {"negative": dict(length="-3"), "huge": dict(length="999999999999"), "short": dict(length=5), "long": dict(length=700),
                  "escapes": dict(url=URL + ESC, kind=ESC), "date": dict(date="99999999999999"), "ip": dict(ip="999.1.1.1"),
                  "no-date": dict(date="0"), "line-1MB": dict(url="http://h.example/" + "a" * 1_000_000)}.items():
    hostile(f"arc-{name}.arc")(lambda odd=odd: b"".join(arc_three(arc_record(**odd))))
    hostile(f"arc-{name}.arc.gz")(lambda odd=odd: members(*arc_three(arc_record(**odd))))
hostile("arc-one-member.arc.gz")(lambda: member(b"".join(arc_three(arc_record()))))
hostile("arc-in-warc.warc")(lambda: info() + arc() + arc_record() + record(number=3))
for cut in (10, 40, 90, 135, 200, 500, 700, 1200, -1, -2, -100):
    hostile(f"arc-cut-{cut}.arc")(lambda cut=cut: b"".join(arc_three(arc_record()))[:cut])
    hostile(f"arc-cut-{cut}.arc.gz")(lambda cut=cut: members(*arc_three(arc_record()))[:cut])

# --- zstd

hostile("zst-cut.warc.zst")(lambda: zst(info()) + zst(record())[:-9])
hostile("zst-whole-as-one.warc.zst")(lambda: zst(two(record())))
hostile("zst-concatenated.warc.zst")(lambda: b"".join(zst(one, "--no-check") for one in three()))
hostile("zst-garbage.warc.zst")(lambda: zst(info()) + b"garbage" * 1000 + zst(record()))
hostile("zst-crc.warc.zst")(lambda: zst(info()) + zst(record(), "--check")[:-4] + b"\0\0\0\0" + zst(three()[2]))
hostile("zst-skippable.warc.zst")(lambda: skippable(b"x" * 1000) * 1000 + zst(info()) + skippable(b"") + zst(record()))
hostile("zst-skippable-lies.warc.zst")(lambda: zst(info()) + zst(record()) + skippable(b"x", length=0xFFFFFFFF))
hostile("zst-dictionary-huge.warc.zst")(lambda: skippable(b"x", 0x184D2A5D, 0xFFFFFFF0) + zst(info()))
hostile("zst-dictionary-wrong.warc.zst")(lambda: skippable(b"x" * 5000, 0x184D2A5D) + zst(info()) + zst(record()))
hostile("zst-dictionary-bomb.warc.zst")(lambda: skippable(zst(bytes(500_000_000), "-19", "--long=27"), 0x184D2A5D) + zst(info()))
hostile("zst-dictionary-broken.warc.zst")(lambda: skippable(zst(b"abc" * 999)[:-5], 0x184D2A5D) + zst(info()))
hostile("zst-window-2GB.warc.zst")(lambda: zst(info()) + b"\x28\xb5\x2f\xfd\0\xa8" + bytes(100))
hostile("zst-size-lies.warc.zst")(lambda: zst(info()) + b"\x28\xb5\x2f\xfd\xe0" + b"\xff" * 8 + b"\x01\0\0")
hostile("zst-bomb.warc.zst")(lambda path: zeros(path, info() + record(b"", length=BOMB)[:-4] + http(b""), BOMB, pack=["zstd", "-q", "-c"]))
hostile("zst-empty-frames.warc.zst")(lambda: zst(info()) + zst(b"") * 200_000 + zst(record()))
hostile("zst-magic-only.warc.zst")(lambda: b"\x28\xb5\x2f\xfd")

# --- WACZ


def wacz(entries=None, declare=True, odd=None):
    """A WACZ of these entries; `odd` may take the open ZIP file."""
    entries = dict(entries or {"archive/x.warc.gz": members(*three())})
    entries.setdefault("pages/pages.jsonl", b'{"format": "json-pages-1.0", "id": "pages", "title": "All"}\n')
    entries.setdefault("indexes/index.cdx", b"example,h)/a 20240301120000 {}\n")
    if declare:
        entries["datapackage.json"] = json.dumps({"profile": "data-package", "wacz_version": "1.1.1", "resources": [
            {"name": os.path.basename(path), "path": path, "hash": "sha256:" + hashlib.sha256(data).hexdigest(), "bytes": len(data)}
            for path, data in entries.items()]}).encode()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as zip_file:
        for path, data in entries.items():
            zip_file.writestr(path if isinstance(path, zipfile.ZipInfo) else zipfile.ZipInfo(path), data)
        if odd:
            odd(zip_file)
    return out.getvalue()


def patched(data, old, new):
    assert old in data and len(old) == len(new)
    return data.replace(old, new)


def central(data, path, place, value):
    """Sets bytes of an entry's line in the central directory."""
    at = data.rfind(path.encode()) - 46
    assert data[at : at + 4] == b"PK\1\2"
    return data[: at + place] + value + data[at + place + len(value) :]


for name, path in {"slip": "archive/../../../owned.warc.gz", "absolute": "/tmp/owned.warc.gz", "backslash": "archive\\..\\..\\owned.warc.gz",
                   "escape": "archive/\x1b[31mx.warc.gz", "dots": "archive/...warc.gz", "long": "archive/" + "a" * 3000 + ".warc.gz",
                   "drive": "archive/C:x.warc.gz", "folder": "archive/x.warc.gz/"}.items():
    hostile(f"zip-{name}.wacz")(lambda path=path: wacz({path: members(*three())}))
hostile("zip-nul.wacz")(lambda: patched(wacz({"archive/xQy.warc.gz": members(*three())}), b"archive/xQy", b"archive/x\0y"))
hostile("zip-twice.wacz")(lambda: wacz(odd=lambda z: z.writestr("archive/x.warc.gz", b"other")))
hostile("zip-package-twice.wacz")(lambda: wacz(odd=lambda z: z.writestr("datapackage.json", b"{}")))
hostile("zip-package-missing.wacz")(lambda: wacz(declare=False))
hostile("zip-package-nonsense.wacz")(lambda: wacz({"archive/x.warc.gz": members(*three()), "datapackage.json": b'{"resources": 5}'}, False))
hostile("zip-package-deep.wacz")(lambda: wacz({"archive/x.warc.gz": members(*three()), "datapackage.json": b"[" * 1_000_000}, False))
hostile("zip-package-escapes.wacz")(lambda: wacz({"archive/x.warc.gz": members(*three()), "datapackage.json": json.dumps(
    {"resources": [{"path": "archive/x.warc.gz", "hash": "sha256:" + ESC}, {"path": ESC, "hash": ESC}]}).encode()}, False))
hostile("zip-package-100MB.wacz")(lambda: wacz({"archive/x.warc.gz": members(*three()), "datapackage.json": b'{"a":"' + b"a" * 100_000_000 + b'"}'}, False))
hostile("zip-hash-lies.wacz")(lambda: wacz({"archive/x.warc.gz": members(*three()), "datapackage.json": json.dumps(
    {"resources": [{"path": "archive/x.warc.gz", "hash": "sha256:" + "0" * 64}, {"path": "archive/none.warc.gz", "hash": "sha256:" + "0" * 64}]}).encode()}, False))
hostile("zip-crc.wacz")(lambda: central(wacz(), "archive/x.warc.gz", 16, b"\1\2\3\4"))
hostile("zip-size-large.wacz")(lambda: central(wacz(), "archive/x.warc.gz", 24, b"\xff\xff\xff\x7f"))
hostile("zip-size-small.wacz")(lambda: central(wacz(), "archive/x.warc.gz", 24, b"\x20\0\0\0"))
hostile("zip-packed-size-large.wacz")(lambda: central(wacz(), "archive/x.warc.gz", 20, b"\xff\xff\xff\x7f"))
hostile("zip-local-name.wacz")(lambda: (lambda d: d[:30] + b"archive/../q.arc." + d[47:])(wacz()))
hostile("zip-offset.wacz")(lambda: central(wacz(), "archive/x.warc.gz", 42, b"\xff\xff\xff\x7f"))
hostile("zip-encrypted.wacz")(lambda: central(wacz(), "archive/x.warc.gz", 8, b"\1\0"))
hostile("zip-method.wacz")(lambda: central(wacz(), "archive/x.warc.gz", 10, b"\x63\0"))
hostile("zip64-lies.wacz")(lambda: central(wacz(), "archive/x.warc.gz", 20, b"\xff" * 8))
hostile("zip-directory-lies.wacz")(lambda: wacz()[:-10] + b"\xff\xff\xff\x7f" + wacz()[-6:])
hostile("zip-cut.wacz")(lambda: wacz()[:-30])
hostile("zip-cut-half.wacz")(lambda: wacz()[:900])
hostile("zip-in-zip.wacz")(lambda: wacz({"archive/x.warc.gz": wacz()}))
hostile("zip-no-archive.wacz")(lambda: wacz({"index.html": b"x"}))
hostile("zip-entries-200000.wacz")(lambda: wacz({f"archive/{n}.warc.gz": b"" for n in range(200_000)}, False))
hostile("zip-archives-3000.wacz")(lambda: wacz({f"archive/{n}.warc.gz": b"" for n in range(3_000)}, False))


@hostile("zip-overlap.wacz")
def overlap():
    data = wacz({"archive/a.warc.gz": members(*three()), "archive/b.warc.gz": members(*three())})
    return central(data, "archive/b.warc.gz", 42, b"\0\0\0\0")


@hostile("zip-symlink.wacz")
def symlink():
    link = zipfile.ZipInfo("archive/link.warc.gz")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    return wacz(odd=lambda z: z.writestr(link, "/etc/passwd"))


@hostile("zip-bomb.wacz")
def zip_bomb():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as zip_file:
        with zip_file.open("archive/x.warc", "w") as entry:
            entry.write(info())
            for _ in range(BOMB // (1 << 20)):
                entry.write(bytes(1 << 20))
    return out.getvalue()


hostile("zip-inner-bomb.wacz")(lambda: wacz({"archive/x.warc.gz": member(info()) + member(b"WARC/1.1\r\nX: " + bytes(BOMB // 5), level=9)}))

# --- others

hostile("empty.warc")(lambda: b"")
hostile("empty.warc.gz")(lambda: b"")
hostile("one-byte.warc.gz")(lambda: b"\x1f")
hostile("random.warc.gz")(lambda: b"\x1f\x8b\x08" + random.Random(3).randbytes(500_000))
hostile("text.warc")(lambda: b"This is a text file.\n" * 1000)
hostile("lies.cdxj")(lambda: b'com,h)/a 20240301120000 {"url": "http://h.example/a", "filename": "../../x", "offset": "-1", "length": "9"}\n')
hostile("folder.warc")(lambda path: os.mkdir(path))
hostile("fifo.warc.gz")(lambda path: os.mkfifo(path))
hostile("zero.warc")(lambda path: os.symlink("/dev/zero", path))
hostile("gone.warc")(lambda path: os.symlink("/nowhere/at/all", path))
hostile("loop.warc")(lambda path: os.symlink("loop.warc", path))
hostile("grows.warc")(lambda: info() + b"".join(record(url=f"http://h.example/{n}", number=n + 10) for n in range(300)))
hostile("shrinks.warc")(lambda: FILES["grows.warc"]())
hostile("vanishes.warc")(lambda: FILES["grows.warc"]())


def make(folder, bomb=BOMB):
    """Writes the files, leaving those that are there; `bomb` says to how many bytes the bombs unpack."""
    global BOMB
    BOMB = bomb
    os.makedirs(folder, exist_ok=True)
    for name, maker in FILES.items():
        path = os.path.join(folder, name)
        if os.path.lexists(path):
            continue
        if maker.__code__.co_argcount > len(maker.__defaults__ or ()):
            maker(path)
        else:
            with open(path, "wb") as out:
                out.write(maker())
