"""A small login of a municipality on this machine: discovery, keys, codes, tokens. What it says can be spoilt."""

import json
import secrets
import time
from base64 import urlsafe_b64encode
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT_ID, SECRET = "weerbaar", "a secret of the municipality"


class SmallProvider:
    """Somebody is logged in there with `person`, a mapping of claims; `spoilt` claims come over what is right.

    `begun` are the parameters that the last browser came with. A code buys one token, for who began with it.
    """

    def __init__(self) -> None:
        self.key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        self.published = self.key.public_key()
        self.person: dict = {"sub": "een", "email": "", "email_verified": True}
        self.spoilt: dict = {}
        self.in_userinfo: dict = {}
        self.about: dict = {}
        self.codes: dict[str, dict] = {}
        self.begun: dict[str, str] = {}
        self.refuses = ""
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.issuer = f"http://127.0.0.1:{self.server.server_port}/gemeente"
        Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()

    def stop(self) -> None:
        self.server.shutdown()
        self.server.server_close()

    def log_in(self, address: str) -> str:
        """What a browser does that is sent to `address`: log in, and be sent back to what this gives."""
        self.begun = dict(parse_qsl(urlsplit(address).query))
        back = {"state": self.begun["state"]}
        if self.refuses:
            back["error"] = self.refuses
        else:
            back["code"] = secrets.token_urlsafe(8)
            self.codes[back["code"]] = self.begun
        return f"{self.begun['redirect_uri']}?{urlencode(back)}"

    def discovery(self) -> dict:
        names = {"authorization_endpoint": "authorize", "token_endpoint": "token", "jwks_uri": "keys"}
        places = {name: f"{self.issuer}/{path}" for name, path in names.items()}
        return {"issuer": self.issuer, **places, "userinfo_endpoint": f"{self.issuer}/userinfo", **self.about}

    def keys(self) -> dict:
        key = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(self.published))
        return {"keys": [{**key, "kid": "sleutel", "use": "sig", "alg": "RS256"}]}

    def token(self, form: dict[str, str]) -> dict | None:
        begun = self.codes.pop(form["code"], None)
        proof = urlsafe_b64encode(sha256(form["code_verifier"].encode()).digest()).rstrip(b"=").decode()
        if begun is None or proof != begun["code_challenge"] or form["client_secret"] != SECRET:
            return None
        now = int(time.time())
        claims = {"iss": self.issuer, "aud": form["client_id"], "iat": now, "exp": now + 300, "nonce": begun["nonce"]}
        signed = jwt.encode({**claims, **self.person, **self.spoilt}, self.key, "RS256", headers={"kid": "sleutel"})
        return {"access_token": "toegang", "token_type": "Bearer", "id_token": signed}

    def answer(self, path: str, form: dict[str, str]) -> dict | None:
        match path.removeprefix(urlsplit(self.issuer).path):
            case "/.well-known/openid-configuration":
                return self.discovery()
            case "/keys":
                return self.keys()
            case "/token":
                return self.token(form)
            case "/userinfo":
                return self.in_userinfo
        return None

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        provider = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                if urlsplit(self.path).path.endswith("/authorize"):
                    self.send_response(302)
                    self.send_header("Location", provider.log_in(self.path))
                    self.end_headers()
                else:
                    self._give(provider.answer(self.path, {}))

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                self._give(provider.answer(self.path, {name: values[0] for name, values in parse_qs(body).items()}))

            def _give(self, said: dict | None) -> None:
                body = json.dumps({"error": "invalid_grant"} if said is None else said).encode()
                self.send_response(400 if said is None else 200)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *told: object) -> None:
                """Say nothing."""

        return Handler
