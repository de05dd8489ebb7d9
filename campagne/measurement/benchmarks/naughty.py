"""Words that break sites: what `bad_requests` makes its requests of."""

# fmt: off
QUIZ = b"/quiz/waar-meld-ik-dit/"
READ = (
    b"/", b"/modules/reboot/", b"/modules/reboot/stap/1/", b"/artikelen/", b"/instructies/melding-en-aangifte/",
    b"/zoeken/", b"/melden/", b"/voor/senioren/", b"/gemeenten/stein/", QUIZ, b"/wat-we-meten/", b"/privacy/",
    b"/nu/", b"/cijfers/", b"/q/poster/", b"/meedoen/", b"/robots.txt", b"/sitemap.xml", b"/favicon.ico",
    b"/.well-known/security.txt", b"/-/live", b"/static/css/main.css", b"/media/images/a.webp", b"/documenten/1/a",
    b"/beheer/", b"/beheer/login/", b"/beheer/pages/1/edit/", b"/_util/authenticate_with_password/1/1/",
)
POSTED = (
    b"/m", b"/nuttig/", b"/nuttig/x:1:y/reden/", QUIZ + b"start/", QUIZ + b"x:y/1/", b"/beheer/login/", b"/",
)
FIELDS = (
    "q", "pagina", "next", "page", "revision", "step", "stamp", "useful", "submission", "option", "state", "_",
)
NUMBERS = (
    "-1", "0", "00", "1e5", "2147483648", "9223372036854775808", "1" + "0" * 30, "9" * 5000, "٣", "²", "0x1", "",
)
TEXTS = (
    b"\x00", b"a\x00b", b"\xff\xfe", b"\xc0\xaf", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xe2\x80\xae",
    b"\xef\xbb\xbf", b"../../etc/passwd", b"..\\..\\x", b"/", b"//", b".", b"..", b"%", b"%%", b"*", b"~", b"\r\n",
    b"\r\nX: y", b"\t", b'"', b"'", b"' OR 1=1 --", b"<script>", b"{{1}}", b"${7*7}", b"%s%n", b"| & ! ( ) <-> :*",
    b"\x1b[31m", b"\x7f", b"z\xcc\xb5\xcc\xb7" * 200, b"\xef\xb7\xba" * 60, b"a" * 3000, b"[" * 2000, b"NULL",
    b"undefined", b"-",
)
BROKEN_PATHS = (
    b"//", b"///a", b"/../", b"/./.", b"/%", b"/%zz", b"/%2", b"/%00", b"/%2e%2e/%2f", b"/..%2f..%2fetc/passwd",
    b"/%c0%af", b"/%ff", b"/%ed%a0%80", b"/\xff\xfe", b"/\xc3\xa9", b"/\\", b"/a b", b"/a\tb", b"/?", b"/??", b"/?&&=&",
    b"*", b"a", b"", b"?", b"#", b"/#a", b"/;a=1", b"/\x00", b"/" + b"a" * 9000, b"/" + b"a/" * 3000,
    b"/" + b"%41" * 20000,
)
METHODS = (
    b"PUT", b"DELETE", b"PATCH", b"TRACE", b"OPTIONS", b"CONNECT", b"PROPFIND", b"MIETWIE", b"get", b"G\xc3\x8bT", b"-",
)
HOSTS = (
    b"", b"kwaad.example", b"localhost:99999", b"localhost:a", b"a@localhost", b"[::1", b"[::1]", b"127.0.0.1:0", b"..",
    b"localhost\x00", b"locAlhost.", b"l\xc3\xb6calhost", b"localhost/../a", b"localhost, kwaad.example", b"a" * 3000,
)
LINES = (
    b"GET / HTTP/9.9", b"GET / HTTP/0.9", b"GET /", b"GET", b"", b" GET / HTTP/1.1", b"GET  /  HTTP/1.1", b"{}",
    b"GET / http/1.1", b"PRI * HTTP/2.0", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc", b"GET / HTTP/1.1 x", b"SSH-2.0-x",
)
HEADERS = (
    b"Accept", b"Accept-Encoding", b"Accept-Language", b"Authorization", b"Cache-Control", b"Connection",
    b"Content-Encoding", b"Content-Type", b"Cookie", b"Expect", b"Forwarded", b"If-Match", b"If-Modified-Since",
    b"If-None-Match", b"If-Range", b"If-Unmodified-Since", b"Origin", b"Range", b"Referer", b"Sec-Fetch-Site", b"TE",
    b"Upgrade", b"User-Agent", b"Via", b"X-Forwarded-For", b"X-Forwarded-Host", b"X-Forwarded-Proto",
    b"X-HTTP-Method-Override", b"X-Requested-With",
)
VALUES = (
    b"bytes=9-1", b"bytes=-9" + b"9" * 30, b"bytes=0-0,1-1,2-2", b"Thu, 99 Foo 9999 99:99:99 GMT", b'W/"', b"*",
    b'"a", "b"', b"gzip;q=-1", b"br;q=x, *;q=0", b"nl;q=2,,,;", b"100-continue", b"h2c, websocket", b"https", b"null",
    b"http://[", b"a:b", b"x=" + b"y" * 4000, b"sessionid=../..; csrftoken=\xff", b"sessionid=" + b"a" * 32,
    b"; ; =; =a", b"charset=utf-16",
)
BROKEN_HEADERS = (
    b"no colon", b": no name", b"Sp ace: 1", b"Name : 1", b"A: b\r\n folded", b"A: \x00", b"N\xc3\xa0m: 1", b"A: \xff",
    b"Host: kwaad.example", b"Content-Length: 5\r\nContent-Length: 6", b"Content-Length: -1", b"Content-Length: 1e3",
    b"Content-Length: 18446744073709551616", b"Transfer-Encoding: chunked\r\nContent-Length: 3",
    b"Transfer-Encoding: x", b"A: " + b"a" * 70_000, b"A: " + b"a" * 500_000, b"A: b\nC: d",
    b"\r\n".join(b"A%d: b" % number for number in range(300)),
)
FORM = b"application/x-www-form-urlencoded"
TYPES = (
    FORM, FORM + b"; charset=utf-16", FORM + b"; charset=x-none", b"text/plain", b"application/json", b"", b"/",
    b"multipart/form-data", b"multipart/form-data; boundary=x", b"multipart/form-data; boundary=\xff", b"a" * 500,
)
BODIES = (
    b"", b"\x00", b"&&&===", b"a=%00&b=%ff%zz", b"option=" + b"x" * 100_000, b"--x", b"--x--", b"--x\r\n" * 900,
    b"&".join(b"a%d=1" % number for number in range(1500)), b"--x\r\nContent-Disposition: form-data", b"\x1f\x8b\x08",
    b'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n',
    b'--x\r\nContent-Disposition: form-data; name="page"; filename="a\x00.svg"\r\n\r\n<svg/>\r\n--x--',
    b'--x\r\nContent-Disposition: form-data; name="a"\r\nContent-Transfer-Encoding: base64\r\n\r\n*\r\n--x--',
)
LENGTHS = (b"1", b"99", b"16385", b"99999999", b"9" * 30, b"+3", b"0x3", b"3 3", b" ")
CHUNKS = (
    b"0\r\n\r\n", b"3\r\na=b\r\n0\r\n\r\n", b"3\r\na=b", b"-1\r\n", b"zz\r\n", b"f" * 20 + b"\r\n", b"",
)
MESSAGES = (
    b"", b"{", b"[]", b"null", b"1", b"NaN", b'"x"', b"\xff", b"[" * 390, b'{"a":' * 60, b"{}", b"x" * 401, b"9" * 390,
    b'{"page":1,"page":2}', b'{"page":1e999}', b'{"kind":"\\ud800"}', b'{"page":true}', b'{"page":-1}',
    b"\xef\xbb\xbf{}",
)
THINGS = (None, True, [], {}, -1, 10**30, 1.5, "x" * 100)
WITH_NUMBER = (
    "/modules/reboot/stap/{}/", "/documenten/{}/a", "/quiz/bank-belt/a:b/{}/", "/beheer/pages/{}/", "/nuttig/{}/",
    "/zoeken/?pagina={}", "/?p={}",
)
WITH_TICKET = ("/quiz/waar-meld-ik-dit/{}/1/", "/quiz/x/{}/klaar/", "/nuttig/{}/", "/nuttig/{}/reden/")
