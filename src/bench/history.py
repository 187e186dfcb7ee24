"""Makes a WARC file of one page's history: python3 history.py FILE CAPTURES [ORDER [BYTES]]. Every second capture shows a text that
is a small edit of the one before (about BYTES long, 3000 if not said), every five minutes a capture. ORDER: `forth` (oldest first), `back`,
`mixed`, `same` (all within one second), or `copies`: the same text on CAPTURES sites. The same arguments give the same bytes."""
import gzip, hashlib, base64, random, sys, time, uuid

out, captures = sys.argv[1], int(sys.argv[2])
order = sys.argv[3] if len(sys.argv) > 3 else "forth"
length = int(sys.argv[4]) if len(sys.argv) > 4 else 3000
chance = random.Random(7)
words = ["".join(chance.choice("bdfgklmnprst") + chance.choice("aeiou") for _ in range(chance.randint(1, 4))) for _ in range(9000)]


def digest(data):
    return "sha1:" + base64.b32encode(hashlib.sha1(data).digest()).decode()


def record(kind, date, fields, block):
    head = "WARC/1.1\r\nWARC-Type: %s\r\nWARC-Record-ID: <urn:uuid:%s>\r\nWARC-Date: %s\r\n%sContent-Length: %d\r\n\r\n" % (
        kind, uuid.UUID(int=chance.getrandbits(128)), date, fields, len(block))
    return gzip.compress(head.encode() + block + b"\r\n\r\n", 6, mtime=0)


def sentence():
    return " ".join(chance.choices(words, k=12)).capitalize() + "."


text = [sentence() for _ in range(max(4, length // 75))]
made = []
for number in range(captures):
    if number % 2 == 0 and number and order != "copies":
        text[chance.randrange(len(text))] = sentence()
    paragraphs = "".join("<p>%s</p>\n" % " ".join(text[i:i + 3]) for i in range(0, len(text), 3))
    html = "<!doctype html><html lang=en><title>Front page of the paper</title><article><h1>Front page of the paper</h1>\n%s</article></html>" % paragraphs
    body = html.encode()
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n" % len(body) + body
    host = "site%d.example" % number if order == "copies" else "paper.example"
    date = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(1577836800 + (0 if order == "same" else 300 * number)))
    fields = ("WARC-Target-URI: http://%s/front\r\nWARC-Payload-Digest: %s\r\nContent-Type: application/http;msgtype=response\r\n" % (host, digest(body)))
    made.append(record("response", date, fields, block))
if order == "back":
    made.reverse()
elif order in ("mixed", "same"):
    chance.shuffle(made)
with open(out, "wb") as file:
    file.write(record("warcinfo", "2026-01-01T00:00:00Z", "Content-Type: application/warc-fields\r\n", b"software: history.py\r\n"))
    for member in made:
        file.write(member)
print("%d captures, %s" % (captures, order))
