"""A page as it lies in the store, and the answers that can be given from it."""

import gzip
import hashlib
import json
import re
from dataclasses import asdict, dataclass

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils.http import parse_etags

_TAKES_GZIP = re.compile(r"\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))")
_OF_THE_TRANSFER = {"content-length", "content-encoding", "etag", "cache-control", "vary"}


@dataclass(frozen=True)
class StoredPage:
    """One page with its headers, plain and compressed once for all who come."""

    headers: dict[str, str]
    etag: str
    expires_at: float
    plain: bytes
    gzipped: bytes

    @classmethod
    def of(cls, response: HttpResponse, expires_at: float) -> "StoredPage":
        headers = {name: value for name, value in response.items() if name.lower() not in _OF_THE_TRANSFER}
        digest = hashlib.sha256(response.content).hexdigest()[:32]
        return cls(
            headers=headers,
            etag=f'W/"{digest}"',
            expires_at=expires_at,
            plain=response.content,
            gzipped=gzip.compress(response.content, compresslevel=6, mtime=0),
        )

    def answer(self, request: HttpRequest) -> HttpResponse:
        """The page, or "not modified" for a browser that has it. Browsers keep it but ask again each time."""
        response: HttpResponse
        known = request.META.get("HTTP_IF_NONE_MATCH")
        if known is not None and self.etag in parse_etags(known):
            response = HttpResponseNotModified()
            del response["Content-Type"]
        else:
            response = self._whole(request)
        response["ETag"] = self.etag
        response["Cache-Control"] = "no-cache"
        response["Vary"] = "Accept-Encoding"
        return response

    def _whole(self, request: HttpRequest) -> HttpResponse:
        gzipped = _TAKES_GZIP.search(request.META.get("HTTP_ACCEPT_ENCODING", "")) is not None
        body = self.gzipped if gzipped else self.plain
        response = HttpResponse(b"" if request.method == "HEAD" else body, headers=self.headers)
        response["Content-Length"] = str(len(body))
        if gzipped:
            response["Content-Encoding"] = "gzip"
        return response

    def to_bytes(self) -> bytes:
        head = asdict(self) | {"plain": len(self.plain), "gzipped": len(self.gzipped)}
        return b"".join([json.dumps(head).encode(), b"\n", self.plain, self.gzipped])

    @classmethod
    def from_bytes(cls, content: bytes) -> "StoredPage":
        """Raises `ValueError` or `KeyError` for anything but a whole page."""
        line, _newline, bodies = content.partition(b"\n")
        head = json.loads(line)
        length = head["plain"]
        if len(bodies) != length + head["gzipped"]:
            raise ValueError("Not a whole page.")
        return cls(**head | {"plain": bodies[:length], "gzipped": bodies[length:]})
