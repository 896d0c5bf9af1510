"""The site an article comes from, by its address or by the lead of its text."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from babel.core import get_global

_HOST = r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,6}"
# "(napa.vn) –", "/inform.kz/": an address in brackets or between strokes opens the line.
_LEAD = re.compile(rf"[(\[/]\s*(?P<host>{_HOST})\s*[)\]/]", re.IGNORECASE)
_GENERIC_ENDINGS = frozenset(
    {"com", "org", "net", "edu", "gov", "int", "info", "biz", "news", "media", "press", "academy"}
    | {"asia", "mobi", "pro", "tv", "eu", "su"}
)
_LEAD_LINES = 6
_LONGEST_LEAD = 100


def _is_ending(label: str) -> bool:
    return label in _GENERIC_ENDINGS or label.upper() in get_global("territory_currencies")


def bare_host(host: str) -> str:
    """The host in lower case, without ``www.`` and without a full stop at its end."""
    return host.strip().rstrip(".").lower().removeprefix("www.")


def site_of_url(url: str) -> str | None:
    """The host of an address, without ``www.``; None if it has none."""
    address = url.strip()
    try:
        host = urlsplit(address if "//" in address else f"//{address}").hostname
    except ValueError:
        return None
    return bare_host(host) if host and "." in host else None


def site_in_text(text: str) -> str | None:
    """The site that the lead names, as in ``(napa.vn) – Chiều ngày 30/10/2024``.

    Agency names that are no address, as in ``/Kazinform/``, are none, nor are abbreviations of
    places, as in ``(TP.HN)``.
    """
    lines = [line for raw in text.split("\n", 50) if (line := raw.strip())]
    for line in lines[:_LEAD_LINES]:
        match = _LEAD.match(line[:_LONGEST_LEAD])
        if match and _is_site(match["host"]):
            return bare_host(match["host"])
    return None


def _is_site(host: str) -> bool:
    name, _, ending = host.rpartition(".")
    return _is_ending(ending.lower()) and (host.islower() or len(name) > 2)
