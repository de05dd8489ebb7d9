"""Broken requests without end: what scanners, old machines and people who mean harm send to a public site."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random
from urllib.parse import quote, quote_from_bytes, urlencode

from campagne.measurement.benchmarks import naughty

ANYWHERE = naughty.READ + naughty.POSTED
WORDS = (*(number.encode() for number in naughty.NUMBERS), *naughty.TEXTS)
FORM = b"Content-Type: " + naughty.FORM
ABOUT_THE_LINE = {b"Connection", b"Upgrade", b"Expect", b"TE"}
MANY = 1000


@dataclass(frozen=True)
class BadRequest:
    """Bytes to send; `is_whole` says that an answer must come and that the connection can be used again after it."""

    kind: str
    raw: bytes
    is_whole: bool = True

    @property
    def method(self) -> str:
        return self.raw.partition(b" ")[0].decode("latin-1")


def bad_requests(seed: int, host: str = "localhost") -> Iterator[BadRequest]:
    """Give broken requests without end; the same ones, in the same order, for the same seed."""
    random = Random(seed)
    while True:
        kind = random.choice(KINDS)
        yield kind(random, host.encode())


def request(
    verb: bytes, target: bytes, host: bytes, *headers: bytes, body: bytes | None = None, length: bytes = b""
) -> bytes:
    """Write a request down as it goes over the line; nothing in it is checked or escaped."""
    lines = [b"%b %b HTTP/1.1" % (verb, target), b"Host: " + host, *headers]
    if body is not None:
        lines.append(b"Content-Length: " + (length or b"%d" % len(body)))
    return b"\r\n".join([*lines, b"", body or b""])


def broken_path(random: Random, host: bytes) -> BadRequest:
    end = random.choice([b"", b"/", b"?a", quote_from_bytes(random.choice(naughty.TEXTS)).encode()])
    return BadRequest("path", request(b"GET", random.choice(naughty.BROKEN_PATHS) + end, host), is_whole=False)


def text_in_path(random: Random, host: bytes) -> BadRequest:
    text = quote_from_bytes(random.choice(naughty.TEXTS), safe=random.choice(["", "/", "/.%"])).encode()
    return BadRequest("text in path", request(b"GET", random.choice(ANYWHERE) + text + b"/", host))


def number_in_path(random: Random, host: bytes) -> BadRequest:
    address = random.choice(naughty.WITH_NUMBER).format(quote(random.choice(naughty.NUMBERS)))
    return BadRequest("number in path", request(b"GET", address.encode(), host))


def query(random: Random, host: bytes) -> BadRequest:
    count = random.choice([1, 1, 1, 2, 5, MANY])
    longest = 40 if count == MANY else None
    pairs = [(random.choice(naughty.FIELDS), random.choice(WORDS)[:longest]) for _ in range(count)]
    target = random.choice(naughty.READ) + b"?" + urlencode(pairs).encode()
    return BadRequest("query", request(b"GET", target, host))


def method(random: Random, host: bytes) -> BadRequest:
    body = random.choice([None, b"", b"a=1"])
    raw = request(random.choice(naughty.METHODS), random.choice(ANYWHERE), host, body=body)
    return BadRequest("method", raw, is_whole=False)


def wrong_host(random: Random, host: bytes) -> BadRequest:
    name = random.choice(naughty.HOSTS)
    target = random.choice([b"", b"", b"http://" + name, b"https://kwaad.example"]) + random.choice(naughty.READ)
    return BadRequest("host", request(b"GET", target, name), is_whole=False)


def line(random: Random, host: bytes) -> BadRequest:
    raw = b"\r\n".join([random.choice(naughty.LINES), b"Host: " + host, b"", b""])
    if random.random() < 0.2:
        raw = random.randbytes(random.randrange(1, 300))
    return BadRequest("line", raw, is_whole=False)


def header(random: Random, host: bytes) -> BadRequest:
    count = random.choice([1, 1, 2, 6])
    names = random.sample(naughty.HEADERS, count)
    values = [random.choice(naughty.VALUES + naughty.TEXTS).translate(None, b"\r\n\x00") for _ in names]
    raw = request(b"GET", random.choice(naughty.READ), host, *map(b": ".join, zip(names, values, strict=True)))
    return BadRequest("header", raw, is_whole=not ABOUT_THE_LINE.intersection(names))


def broken_header(random: Random, host: bytes) -> BadRequest:
    verb = random.choice([b"GET", b"POST"])
    raw = request(verb, random.choice(ANYWHERE), host, random.choice(naughty.BROKEN_HEADERS)) + b"a=b"
    return BadRequest("broken header", raw, is_whole=False)


def form(random: Random, host: bytes) -> BadRequest:
    pairs = [(random.choice(naughty.FIELDS), random.choice(WORDS)) for _ in range(random.randrange(1, 8))]
    sent = urlencode(pairs).encode()
    return BadRequest("form", request(b"POST", random.choice(naughty.POSTED), host, FORM, body=sent))


def body(random: Random, host: bytes) -> BadRequest:
    told = b"Content-Type: " + random.choice(naughty.TYPES)
    raw = request(b"POST", random.choice(naughty.POSTED), host, told, body=random.choice(naughty.BODIES))
    return BadRequest("body", raw, is_whole=False)


def length(random: Random, host: bytes) -> BadRequest:
    told = random.choice(naughty.LENGTHS)
    raw = request(b"POST", random.choice(naughty.POSTED), host, FORM, body=b"a=b", length=told)
    return BadRequest("length", raw, is_whole=False)


def chunks(random: Random, host: bytes) -> BadRequest:
    head = request(b"POST", random.choice(naughty.POSTED), host, b"Transfer-Encoding: chunked", FORM)
    return BadRequest("chunks", head + random.choice(naughty.CHUNKS), is_whole=False)


def message(random: Random, host: bytes) -> BadRequest:
    words = {random.choice(naughty.FIELDS): random.choice(naughty.THINGS) for _ in range(5)}
    sent = random.choice([*naughty.MESSAGES, json.dumps(words).encode()])
    return BadRequest("message", request(b"POST", b"/m", host, b"Content-Type: text/plain", body=sent))


def forged(random: Random, host: bytes) -> BadRequest:
    """A ticket that we did not sign, in some number of parts of some length."""
    lengths = [random.choice([0, 1, 20, 43, 900]) for _ in range(random.randrange(1, 5))]
    ticket = ":".join("".join(random.choices("ABCxyz019-_=:.~", k=length)) for length in lengths)
    target = random.choice(naughty.WITH_TICKET).format(ticket).encode()
    verb, sent = random.choice([(b"GET", None), (b"POST", b"option=a")])
    return BadRequest("forged", request(verb, target, host, body=sent))


KINDS: tuple[Callable[[Random, bytes], BadRequest], ...] = (
    broken_path,
    text_in_path,
    number_in_path,
    query,
    method,
    wrong_host,
    line,
    header,
    broken_header,
    form,
    body,
    length,
    chunks,
    message,
    forged,
)
