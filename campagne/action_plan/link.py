"""The signed answers in an address: nothing is stored, and nobody can make up answers for another.

A token is the answers and eight bytes that only we can make, in letters, digits, - and _. It never expires.
"""

from base64 import urlsafe_b64decode, urlsafe_b64encode

from django.conf import settings
from django.utils.crypto import constant_time_compare, salted_hmac

from campagne.action_plan.answers import BYTES_EACH, MOST_QUESTIONS, VERSION_BYTES, Answers, packed, unpacked
from campagne.serving.intake.refusals import Refusal

PROOF_BYTES = 8
LONGEST_TOKEN = -(-(VERSION_BYTES + MOST_QUESTIONS * BYTES_EACH + PROOF_BYTES) * 4 // 3)
BROKEN_LINK = Refusal(
    400,
    "Deze link is niet heel",
    "Misschien is er een stukje afgevallen. Kopieer de hele link, of maak het plan opnieuw: dat duurt vijf minuten.",
)
NOT_OURS = Refusal(
    404,
    "Dit plan kennen wij niet",
    "De link is veranderd, of hij is niet van deze site. Maak het plan opnieuw: dat duurt vijf minuten.",
)


def token_of(role: str, answers: Answers) -> str:
    """Sign the answers somebody gave as this role."""
    packet = packed(answers)
    return urlsafe_b64encode(packet + _proof(role, packet, settings.SECRET_KEY)).decode().rstrip("=")


def read_token(role: str, token: str) -> Answers:
    """Read what we signed. Raises Refusal: 400 for what cannot be a token, 404 for one that we did not make."""
    if len(token) > LONGEST_TOKEN:
        raise BROKEN_LINK
    try:
        told = urlsafe_b64decode(token + "=" * (-len(token) % 4))
        packet, proof = told[:-PROOF_BYTES], told[-PROOF_BYTES:]
        answers = unpacked(packet)
    except ValueError as error:
        raise BROKEN_LINK from error
    keys = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    if not any(constant_time_compare(proof, _proof(role, packet, key)) for key in keys):
        raise NOT_OURS
    if token != urlsafe_b64encode(told).decode().rstrip("="):
        raise NOT_OURS  # The last letter holds spare bits: of two ways to write it, one is ours.
    return answers


def _proof(role: str, packet: bytes, key: str) -> bytes:
    salt = f"action_plan.{role}"
    return salted_hmac(salt, packet, secret=key, algorithm="sha256").digest()[:PROOF_BYTES]
