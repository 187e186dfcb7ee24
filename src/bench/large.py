"""Makes a WARC file of any size in little time: python3 large.py FILE GIGABYTES. Pages of made words and noise for pictures, some hundred
of each, stand under ever new addresses; a body is deflated once and its checksum joined to each record's. The same arguments give the
same bytes. Standard library only."""
import base64, gzip, hashlib, random, struct, sys, time, uuid, zlib

out, gigabytes = sys.argv[1], float(sys.argv[2])
chance = random.Random(3)


def times(matrix, vector):
    total, row = 0, 0
    while vector:
        if vector & 1:
            total ^= matrix[row]
        vector >>= 1
        row += 1
    return total


def squared(matrix):
    return [times(matrix, row) for row in matrix]


def shift(count):
    """What count zero bytes behind it do to a CRC-32, as a matrix (zlib's crc32_combine)."""
    step = squared(squared(squared([0xEDB88320] + [1 << i for i in range(31)])))
    done = [1 << i for i in range(32)]
    while count:
        if count & 1:
            done = [times(step, row) for row in done]
        step, count = squared(step), count >> 1
    return done


def digest(data):
    return "sha1:" + base64.b32encode(hashlib.sha1(data).digest()).decode()


def body(media_type, data, level):
    block = b"HTTP/1.1 200 OK\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n" % (media_type, len(data)) + data
    raw = block + b"\r\n\r\n"
    deflate = zlib.compressobj(level, zlib.DEFLATED, -15)
    packed = deflate.compress(raw) + deflate.flush()
    return len(block), digest(data), digest(block), zlib.crc32(raw), len(raw), packed, shift(len(raw))


def member(head, of):
    deflate = zlib.compressobj(1, zlib.DEFLATED, -15)
    packed = deflate.compress(head) + deflate.flush(zlib.Z_FULL_FLUSH)
    crc = times(of[6], zlib.crc32(head)) ^ of[3]
    return b"\x1f\x8b\x08\0\0\0\0\0\0\xff" + packed + of[5] + struct.pack("<II", crc, (len(head) + of[4]) & 0xFFFFFFFF)


words = ["".join(chance.choice("bdfgklmnprst") + chance.choice("aeiou") for _ in range(chance.randint(1, 4))) for _ in range(9000)]
pages, pictures = [], []
for number in range(400):
    text = "".join("<p>%s.</p>\n" % " ".join(chance.choices(words, k=60)).capitalize() for _ in range(chance.randint(40, 200)))
    html = "<!doctype html><title>Page %d</title><article><h1>Page %d</h1>\n%s</article>" % (number, number, text)
    pages.append(body(b"text/html; charset=utf-8", html.encode(), 6))
for number in range(60):
    pictures.append(body(b"image/jpeg", b"\xff\xd8\xff\xe0" + chance.randbytes(chance.randint(60_000, 900_000)), 0))

size = number = 0
with open(out, "wb", 1 << 20) as file:
    block = b"software: large.py\r\n"
    size += file.write(gzip.compress(b"WARC/1.1\r\nWARC-Type: warcinfo\r\nWARC-Record-ID: <urn:uuid:%s>\r\nWARC-Date: 2026-01-01T00:00:00Z\r\n"
        b"Content-Type: application/warc-fields\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n"
        % (str(uuid.UUID(int=chance.getrandbits(128))).encode(), len(block), block), mtime=0))
    while size < gigabytes * 1e9:
        picture = number % 4 == 0
        of = pictures[number // 4 % len(pictures)] if picture else pages[number % len(pages)]
        head = ("WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:%s>\r\nWARC-Date: %s\r\nWARC-Target-URI: http://site%d.example/%d%s\r\n"
                "WARC-Payload-Digest: %s\r\nWARC-Block-Digest: %s\r\nContent-Type: application/http;msgtype=response\r\nContent-Length: %d\r\n\r\n"
                % (uuid.UUID(int=chance.getrandbits(128)), time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(1767225600 + 7 * number)),
                   number % 50, number, ".jpg" if picture else ".html", of[1], of[2], of[0]))
        size += file.write(member(head.encode(), of))
        number += 1
print("%d records, %d bytes" % (number + 1, size))
