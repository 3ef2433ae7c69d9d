"""One canonical address for an article, however a crawler or a link wrote it.

`canonical_address` is the address by which duplicates are recognised, not one to fetch: it has no
scheme, and the portal's two domains are one.
"""

import re
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

# The portal answers under both names.
_ALIASES = {"ehistory.kz": "e-history.kz"}
_HOST = re.compile(r"[\w.-]+")
_HOST_PREFIXES = ("www", "m", "amp")
_DEFAULT_PORTS = {"http": 80, "https": 443}
_AMP = frozenset(("amp", "amp.html"))
# A closed list: a wider one (courlan's, say) takes "gallery" or "source" for trackers, and two
# articles that only such a parameter tells apart would become one.
_TRACKERS = re.compile(r"utm_\w+|fbclid|gclid|yclid|ysclid|msclkid|_openstat|amp")
# Percent-encoded bytes that are no UTF-8 come back as they were.
_BYTES = "surrogateescape"
_SAFE = "!$&'()*+,;=:@-._~"


def canonical_address(url: str | None) -> str | None:
    """Host, path and telling parameters of an address, as "e-history.kz/en/news/show/8253".

    Null for what is no http address; two addresses of one article give the same string.
    """
    if url is None:
        return None
    try:
        parts = urlsplit(_with_scheme(url.strip()))
        host, port = _host(parts.hostname or ""), parts.port
    except ValueError:
        return None
    if not _HOST.fullmatch(host) or parts.scheme not in _DEFAULT_PORTS:
        return None
    shown_port = f":{port}" if port and port != _DEFAULT_PORTS[parts.scheme] else ""
    query = _query(parts.query)
    return f"{host}{shown_port}{_path(parts.path)}" + (f"?{query}" if query else "")


def _with_scheme(url: str) -> str:
    if url.startswith("//"):
        return f"https:{url}"
    return url if re.match(r"[A-Za-z][A-Za-z0-9+.-]*:(?!\d)", url) else f"https://{url}"


def _host(host: str) -> str:
    name = host.lower().strip(".")
    # "m.kz" is a domain of its own.
    while (prefix := name.partition(".")[0]) in _HOST_PREFIXES and name.count(".") > 1:
        name = name[len(prefix) + 1 :].strip(".")
    return _ALIASES.get(name, name)


def _path(path: str) -> str:
    kept: list[str] = []
    # A full stop at the end is that of the sentence the link stood in.
    for part in path.rstrip("./").split("/"):
        segment = unquote(part, errors=_BYTES)
        if segment == "..":
            kept = kept[:-1]
        elif segment not in ("", "."):
            kept.append(segment)
    while kept and kept[0] in _AMP:
        kept = kept[1:]
    while kept and kept[-1] in _AMP:
        kept = kept[:-1]
    return "".join(f"/{quote(segment, safe=_SAFE, errors=_BYTES)}" for segment in kept)


def _query(query: str) -> str:
    pairs = parse_qsl(query, keep_blank_values=True, errors=_BYTES)
    kept = sorted(pair for pair in pairs if not _TRACKERS.fullmatch(pair[0].lower()))
    return urlencode(kept, errors=_BYTES)
