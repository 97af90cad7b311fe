"""Which language this page speaks: `?lang=en` once, then a cookie; Vietnamese where nobody chose."""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar

from django.http import HttpRequest, HttpResponse
from django.utils import translation

from gandan.pure.speech import Said, Word

COOKIE = "gandan_lang"
A_YEAR = 365 * 24 * 3600

_speaking: ContextVar[str] = ContextVar("gandan_language", default="vi")


def current() -> str:
    """`"vi"` or `"en"`: the language of the page being drawn."""
    return _speaking.get()


def speak(said: object) -> str:
    """A `Said` or `Word` in the current language; anything else as its own text, nothing as nothing."""
    if isinstance(said, Word):
        said = said.said
    if isinstance(said, Said):
        return said.en if current() == "en" else said.vi
    return "" if said is None else str(said)


class LanguageMiddleware:
    """Chooses the language of a request and remembers a choice that was asked for in the address."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        asked = request.GET.get("lang", "")
        language = asked if asked in ("vi", "en") else request.COOKIES.get(COOKIE, "vi")
        language = "en" if language == "en" else "vi"
        token = _speaking.set(language)
        try:
            with translation.override(language):
                response = self.get_response(request)
        finally:
            _speaking.reset(token)
        response.headers.setdefault("Content-Language", language)
        if asked == language:
            response.set_cookie(COOKIE, language, max_age=A_YEAR, samesite="Lax", secure=request.is_secure())
        return response
