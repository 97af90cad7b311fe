"""A browser without a window: keeps its connection and its cookies, fills the forms it is given."""

from __future__ import annotations

import gzip
import http.client
import re
import urllib.parse
from collections.abc import Mapping
from html import unescape


class Visitor:
    """One person at one server."""

    def __init__(self, host: str, port: int) -> None:
        self.line = http.client.HTTPConnection(host, port, timeout=60)
        self.cookies: dict[str, str] = {}

    def twin(self) -> Visitor:
        """The same person at another window: a line of its own, the same cookies."""
        other = Visitor(self.line.host, self.line.port)
        other.cookies = dict(self.cookies)
        return other

    def get(self, path: str) -> str:
        """A page; follows redirects."""
        return self._ask("GET", path, None)

    def post(self, path: str, fields: Mapping[str, str], *, follow: bool = True) -> str:
        """The page that answers a form; follows redirects unless told not to, then it is where the answer points."""
        return self._ask("POST", path, urllib.parse.urlencode(fields), follow=follow)

    def _ask(self, method: str, path: str, body: str | None, *, follow: bool = True) -> str:
        headers = {"Accept-Encoding": "gzip", "Cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items())}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self.line.request(method, path, body, headers)
        answer = self.line.getresponse()
        content = answer.read()
        for header in answer.headers.get_all("Set-Cookie") or []:
            name, _, value = header.split(";")[0].partition("=")
            self.cookies[name] = value
        if answer.status in (301, 302, 303):
            if not follow:
                return answer.headers["Location"]
            return self.get(urllib.parse.urljoin(path, answer.headers["Location"]))
        if answer.headers.get("Content-Encoding") == "gzip":
            content = gzip.decompress(content)
        text = content.decode("utf-8")
        if answer.status != 200:
            raise RuntimeError(f"{method} {path}: {answer.status}\n{re.sub('<[^>]+>', ' ', text)[:800]}")
        return text


def hidden_fields(page: str) -> dict[str, str]:
    """What a form carries unseen: its token against double sending, its CSRF token."""
    found: dict[str, str] = {}
    for tag in re.findall(r"<input[^>]*type=[\"']hidden[\"'][^>]*>", page):
        name = re.search(r"name=[\"']([^\"']+)", tag)
        value = re.search(r"value=[\"']([^\"']*)", tag)
        if name:
            found[name.group(1)] = unescape(value.group(1)) if value else ""
    return found
