"""What is told as JSON, for who builds a screen or an app.

    {"version": 1,
     "state": "live" | "exercise" | "calm",          exercise: nothing real is told
     "site": address of /nu/,
     "notice": that this is no crisis channel, in Dutch,
     "incidents": [                                  real before exercise, what is told now before what is over
       {"identifier": the name of the newest message, for ever; another one means that something newer was told,
        "incident": what all messages of one incident share,
        "kind": "alert" | "update" | "all_clear" | "withdrawal" | "expiry",
        "state": "live" | "cleared" | "withdrawn" | "expired",
        "is_exercise": bool,
        "sent_at", "ends_at": moments with an offset,
        "over_at": the same, or null while it is told,
        "area": where, in Dutch words,
        "supersedes": [identifier, …],
        "cap": address of the same in CAP 1.2, or null until there is a message of its end,
        "languages": {"nl" | "en" | "de":            Dutch always, the others if somebody translated it
          {"title", "summary", "acts": [{"pictogram", "text", "detail"}], "lines": [text], "url"}}}]}

Texts are plain: escape them where you show them. The title says OEFENING itself. Of what is over there are no acts.
"""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.conf import settings
from django.utils import timezone

from campagne.content.instruction import Language
from campagne.incidents.showing.standing import text_in
from campagne.incidents.showing.words import DUTCH, WORDS
from campagne.syndication.current import Current
from campagne.syndication.places import cap_of, page_of_now

VERSION = 1


def json_of(told: Sequence[Current]) -> bytes:
    document = {
        "version": VERSION,
        "state": state_of(told),
        "site": f"{settings.SITE_URL}/nu/",
        "notice": f"{DUTCH.no_channel} {DUTCH.alert_decides}",
        "incidents": [_incident(current) for current in told],
    }
    return json.dumps(document, ensure_ascii=False, indent=1).encode()


def state_of(told: Sequence[Current]) -> str:
    live = [current for current in told if current.is_live]
    if not live:
        return "calm"
    return "exercise" if all(current.is_exercise for current in live) else "live"


def _incident(current: Current) -> dict[str, Any]:
    message = current.message
    return {
        "identifier": message.identifier,
        "incident": current.incident.pk.hex,
        "kind": current.kind.value,
        "state": current.state.value,
        "is_exercise": current.is_exercise,
        "sent_at": _moment(message.sent_at),
        "ends_at": _moment(message.ends_at),
        "over_at": _moment(current.over_at) if current.over_at else None,
        "area": message.area,
        "supersedes": [sent.identifier for sent in current.earlier],
        "cap": f"{settings.SITE_URL}{cap_of(current.sent)}" if current.says_how_it_stands else None,
        "languages": {each.value: _text(current, each) for each in Language if each.value in message.told},
    }


def _text(current: Current, language: Language) -> dict[str, Any]:
    told, url = text_in(current.message, language)[1], f"{settings.SITE_URL}{page_of_now(language)}"
    title = current.title_in(language)
    if not current.is_live:
        over = WORDS[language].over_text[current.state]
        return {"title": title, "summary": over, "acts": [], "lines": [], "url": url}
    return {"title": title, "summary": told["summary"], "acts": told["acts"], "lines": told["lines"], "url": url}


def _moment(at: datetime) -> str:
    return timezone.localtime(at).isoformat(timespec="seconds")
