"""The board."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse


def home(request: HttpRequest) -> HttpResponse:
    """Soon."""
    return HttpResponse()


def late(request: HttpRequest) -> HttpResponse:
    """Soon."""
    return HttpResponse()
